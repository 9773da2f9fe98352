import type { DocumentWords } from '@hujian/contract';
import { Input } from 'antd';
import type { Piece } from './pieces.ts';
import { documentWords as words } from './words.ts';

interface SectionFieldsProps {
  piece: Piece;
  place: number;
  /** What the program would write here from today's numbers. */
  drafted: DocumentWords['sections'][number] | undefined;
  /** Title of the table that follows. */
  table: string | undefined;
  open: boolean;
  onChange: (piece: Piece) => void;
  onRemove: (key: number) => void;
}

/** One section: heading and paragraphs, one a line; back to the drafted words at any time. */
export function SectionFields({
  piece,
  place,
  drafted,
  table,
  open,
  onChange,
  onRemove,
}: SectionFieldsProps) {
  const name = words.sectionName(place + 1);
  const same = drafted?.heading === piece.heading && drafted.text === piece.text;
  return (
    <section className="document-section" aria-label={name}>
      <div className="row document-section-head">
        <span className="faint">{name}</span>
        {!open || drafted === undefined ? null : same ? (
          <span className="faint push-end">{words.sameAsDrafted}</span>
        ) : (
          <button
            type="button"
            className="as-link push-end"
            onClick={() => onChange({ ...piece, heading: drafted.heading, text: drafted.text })}
          >
            {words.toDrafted}
          </button>
        )}
        {open && drafted === undefined && piece.table === null ? (
          <button type="button" className="as-link push-end" onClick={() => onRemove(piece.key)}>
            {words.removeSection}
          </button>
        ) : null}
      </div>
      <Input
        aria-label={`${name}${words.heading}`}
        placeholder={words.heading}
        value={piece.heading}
        maxLength={80}
        onChange={({ target }) => onChange({ ...piece, heading: target.value })}
      />
      <Input.TextArea
        aria-label={`${name}${words.text}`}
        placeholder={words.textLead}
        value={piece.text}
        maxLength={8000}
        autoSize={{ minRows: 2, maxRows: 12 }}
        onChange={({ target }) => onChange({ ...piece, text: target.value })}
      />
      {table === undefined ? null : <p className="faint document-table-note">{words.table(table)}</p>}
    </section>
  );
}
