import type { DocumentFull } from '@hujian/contract';
import { Button, Input } from 'antd';
import { useId } from 'react';
import { DayField } from '../../parts/day-field.tsx';
import { freshKey, type Piece } from './pieces.ts';
import { SectionFields } from './section-fields.tsx';
import type { Writing } from './use-document.ts';
import { documentWords as words } from './words.ts';

interface FieldsProps {
  doc: DocumentFull;
  writing: Writing;
  open: boolean;
}

/** What a person finishes, from the red head down to the copies. */
export function DocumentFields({ doc, writing, open }: FieldsProps) {
  const { written, change } = writing;
  return (
    <form
      className="document-fields"
      aria-label={words.editing}
      onSubmit={(event) => {
        event.preventDefault();
        if (writing.dirty && !writing.conflict) writing.save();
      }}
    >
      <fieldset disabled={!open}>
        <TextField
          label={words.mark}
          hint={words.markLead}
          value={written.mark ?? ''}
          max={40}
          onChange={(mark) => change({ mark: mark === '' ? null : mark })}
        />
        <TextField
          label={words.number}
          value={written.number ?? ''}
          max={60}
          onChange={(number) => change({ number: number === '' ? null : number })}
        />
        {doc.drafted.signer === undefined ? null : (
          <TextField
            label={words.signer}
            value={written.signer ?? ''}
            max={40}
            onChange={(signer) => change({ signer: signer === '' ? null : signer })}
          />
        )}
        <TextField
          label={words.title}
          wide
          value={written.title}
          max={120}
          needed
          onChange={(title) => change({ title })}
        />
        <TextField
          label={words.addressee}
          wide
          value={written.addressee}
          max={300}
          onChange={(addressee) => change({ addressee })}
        />
        <Sections doc={doc} writing={writing} open={open} />
        <TextField
          label={words.signedBy}
          value={written.signedBy}
          max={80}
          onChange={(signedBy) => change({ signedBy })}
        />
        <div className="labelled">
          <span>{words.signedOn}</span>
          <DayField
            label={words.signedOn}
            value={written.signedOn}
            clearable={false}
            onChange={(day) => change({ signedOn: day ?? written.signedOn })}
          />
        </div>
        <TextField
          label={words.copies}
          hint={words.copiesLead}
          wide
          value={written.copies}
          max={300}
          onChange={(copies) => change({ copies })}
        />
      </fieldset>
    </form>
  );
}

function Sections({ doc, writing, open }: FieldsProps) {
  const { written, change } = writing;
  const replace = (piece: Piece) =>
    change({ sections: written.sections.map((one) => (one.key === piece.key ? piece : one)) });
  const remove = (key: number) => change({ sections: written.sections.filter((one) => one.key !== key) });
  const add = () =>
    change({
      sections: [
        ...written.sections,
        { key: freshKey(written.sections), heading: '', text: '', table: null },
      ],
    });
  return (
    <div className="document-sections">
      {written.sections.map((piece, place) => (
        <SectionFields
          key={piece.key}
          piece={piece}
          place={place}
          drafted={doc.drafted.sections[piece.key]}
          table={piece.table === null ? undefined : (doc.tables[piece.table]?.title ?? piece.table)}
          open={open}
          onChange={replace}
          onRemove={remove}
        />
      ))}
      {open && written.sections.length < 30 ? <Button onClick={add}>{words.addSection}</Button> : null}
    </div>
  );
}

interface TextFieldProps {
  label: string;
  hint?: string;
  wide?: boolean;
  needed?: boolean;
  value: string;
  max: number;
  onChange: (value: string) => void;
}

function TextField({ label, hint, wide = false, needed = false, value, max, onChange }: TextFieldProps) {
  const id = useId();
  const missing = needed && value.trim() === '';
  return (
    <div className={wide ? 'labelled document-wide' : 'labelled'}>
      <label htmlFor={id}>{label}</label>
      <Input
        id={id}
        {...(hint === undefined ? {} : { placeholder: hint })}
        value={value}
        maxLength={max}
        status={missing ? 'error' : ''}
        onChange={({ target }) => onChange(target.value)}
      />
      {missing ? <span role="alert">{words.needed(label)}</span> : null}
    </div>
  );
}
