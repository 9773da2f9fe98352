import type { DocumentFull, DocumentWords } from '@hujian/contract';
import { day } from '../../parts/words.ts';
import { partsOf, splitLead } from './sheet-parts.ts';
import { documentWords as words } from './words.ts';

type Table = DocumentFull['tables'][string];

type Section = DocumentWords['sections'][number];

interface SheetProps {
  words: DocumentWords;
  tables: DocumentFull['tables'];
}

/** The document as its Word file will look: an A4 sheet whose every measure is a share of its own width. */
export function DocumentSheet({ words: written, tables }: SheetProps) {
  const { body, attendance, annexes } = partsOf(written.sections, tables);
  return (
    <aside className="sheet-side" aria-label={words.preview}>
      <p className="faint sheet-lead">{words.previewLead}</p>
      <div className="sheet-frame">
        <article className="sheet">
          {written.mark === null ? null : <RedHead mark={written.mark} written={written} />}
          <h3 className="sheet-title">{written.title.trim() === '' ? words.headNone : written.title}</h3>
          {written.addressee === '' ? null : (
            <p className="sheet-flush">{written.addressee.replace(/[：:]$/, '')}：</p>
          )}
          {keyed(body).map(({ one, key }) => (
            <SheetSection key={key} section={one} tables={tables} />
          ))}
          <AnnexList annexes={annexes} />
          {keyed(attendance).map(({ one, key }) => (
            <p key={key} className="sheet-paragraph">
              <span className="sheet-black">{one.heading}：</span>
              {one.text}
            </p>
          ))}
          {attendance.length > 0 || written.signedBy === '' ? null : (
            <div className="sheet-signature">
              <p>{written.signedBy}</p>
              <p>{day(written.signedOn)}</p>
            </div>
          )}
          <Annexes annexes={annexes} tables={tables} />
          {written.mark === null ? null : <Colophon written={written} mark={written.mark} />}
        </article>
      </div>
    </aside>
  );
}

const keyed = <T,>(rows: readonly T[]) => rows.map((one, place) => ({ one, key: `${place}` }));

function RedHead({ mark, written }: { mark: string; written: DocumentWords }) {
  // As large as one line holds, at most 42 pt of 595 pt width.
  const size = Math.min(42, Math.floor(440 / Math.max(1, mark.length)));
  return (
    <header className="sheet-red">
      <p className="sheet-mark" style={{ fontSize: `${(size / 595) * 100}cqw` }}>
        {mark}
      </p>
      <p className={written.signer === undefined ? 'sheet-number' : 'sheet-number sheet-number-upward'}>
        <span>{written.number ?? words.numberEmpty}</span>
        {written.signer === undefined ? null : <span>{words.signed(written.signer ?? '　　　')}</span>}
      </p>
    </header>
  );
}

function SheetSection({ section, tables }: { section: Section; tables: DocumentFull['tables'] }) {
  const table = section.table === null ? undefined : tables[section.table];
  const second = /^（[一二三四五六七八九十]+）/.test(section.heading);
  return (
    <>
      {section.heading === '' ? null : (
        <h4 className={second ? 'sheet-heading sheet-kai' : 'sheet-heading'}>{section.heading}</h4>
      )}
      <Paragraphs text={section.text} />
      {table === undefined ? null : <SheetTable table={table} />}
    </>
  );
}

function Paragraphs({ text }: { text: string }) {
  const lines = text.split('\n').map((line) => line.trim());
  return keyed(lines.filter((line) => line !== '')).map(({ one, key }) => {
    const { lead, rest } = splitLead(one);
    return (
      <p key={key} className="sheet-paragraph">
        {lead === '' ? null : <span className="sheet-kai">{lead}</span>}
        {rest}
      </p>
    );
  });
}

function AnnexList({ annexes }: { annexes: readonly Section[] }) {
  if (annexes.length === 0) return null;
  return (
    <div className="sheet-annex-list">
      {keyed(annexes).map(({ one, key }, at) => (
        <p key={key} className="sheet-paragraph">
          {at === 0 ? words.annexList : '　　　'}
          {annexes.length === 1 ? '' : `${at + 1}.`}
          {one.heading}
        </p>
      ))}
    </div>
  );
}

function Annexes({ annexes, tables }: { annexes: readonly Section[]; tables: DocumentFull['tables'] }) {
  return keyed(annexes).map(({ one, key }, at) => {
    const table = one.table === null ? undefined : tables[one.table];
    return (
      <section key={key} className="sheet-annex">
        <p className="sheet-black">{words.annex(annexes.length === 1 ? '' : String(at + 1))}</p>
        <h3 className="sheet-title">{one.heading}</h3>
        {table === undefined ? null : <SheetTable table={table} />}
      </section>
    );
  });
}

function Colophon({ written, mark }: { written: DocumentWords; mark: string }) {
  const issuer = written.signedBy === '' ? mark.replace(/(?:文件|会议纪要)$/, '') : written.signedBy;
  return (
    <div className="sheet-colophon">
      {written.copies === '' ? null : (
        <p>
          {words.copyTo}
          {written.copies}
        </p>
      )}
      <p className="sheet-issued">
        <span>{issuer}</span>
        <span>{words.issued(day(written.signedOn))}</span>
      </p>
    </div>
  );
}

function SheetTable({ table }: { table: Table }) {
  const rows = table.rows.map((cells, place) => ({
    key: `${place}`,
    cells: cells.map((cell, column) => ({ cell, key: `${column}` })),
  }));
  return (
    <figure className="sheet-figure">
      <figcaption>
        {table.title}
        <span className="sheet-made">{words.fromNumbers}</span>
      </figcaption>
      <table>
        <thead>
          <tr>
            {table.columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.length === 0 ? (
            <tr>
              <td colSpan={table.columns.length}>{words.emptyTable}</td>
            </tr>
          ) : (
            rows.map(({ key, cells }) => (
              <tr key={key}>
                {cells.map((one) => (
                  <td key={one.key}>{one.cell}</td>
                ))}
              </tr>
            ))
          )}
        </tbody>
      </table>
    </figure>
  );
}
