import type { DocumentFull, DocumentWords } from '@hujian/contract';
import { Fragment } from 'react';
import { day } from '../../parts/words.ts';
import { documentWords as words } from './words.ts';

type Table = DocumentFull['tables'][string];

interface SheetProps {
  words: DocumentWords;
  tables: DocumentFull['tables'];
}

/** The document as its Word file will look: an A4 sheet whose every measure is a share of its own width. */
export function DocumentSheet({ words: written, tables }: SheetProps) {
  return (
    <aside className="sheet-side" aria-label={words.preview}>
      <p className="faint sheet-lead">{words.previewLead}</p>
      <div className="sheet-frame">
        <article className="sheet">
          {written.mark === null ? <PlainHead written={written} /> : <RedHead written={written} />}
          <h3 className="sheet-title">{written.title.trim() === '' ? words.headNone : written.title}</h3>
          {written.addressee === '' ? null : <p className="sheet-flush">{written.addressee}：</p>}
          <SheetSections written={written} tables={tables} />
          <div className="sheet-signature">
            <p>{written.signedBy}</p>
            <p>{day(written.signedOn)}</p>
          </div>
          {written.copies === '' ? null : (
            <p className="sheet-copies">
              {words.copyTo}
              {written.copies}
            </p>
          )}
        </article>
      </div>
    </aside>
  );
}

function RedHead({ written }: { written: DocumentWords }) {
  const mark = written.mark ?? '';
  // As large as one line holds, at most 42 pt of 595 pt width.
  const size = Math.min(42, Math.floor(440 / Math.max(1, mark.length)));
  return (
    <header className="sheet-red">
      <p className="sheet-mark" style={{ fontSize: `${(size / 595) * 100}cqw` }}>
        {mark}
      </p>
      <p className="sheet-number">{written.number ?? words.numberEmpty}</p>
    </header>
  );
}

function PlainHead({ written }: { written: DocumentWords }) {
  return written.number === null ? null : <p className="sheet-number-plain">{written.number}</p>;
}

function SheetSections({ written, tables }: { written: DocumentWords; tables: DocumentFull['tables'] }) {
  const keyed = written.sections.map((section, place) => ({ section, key: `${place}` }));
  return keyed.map(({ section, key }) => {
    const table = section.table === null ? undefined : tables[section.table];
    return (
      <Fragment key={key}>
        {section.heading === '' ? null : <h4 className="sheet-heading">{section.heading}</h4>}
        <Paragraphs text={section.text} />
        {table === undefined ? null : <SheetTable table={table} />}
      </Fragment>
    );
  });
}

function Paragraphs({ text }: { text: string }) {
  const lines = text
    .split('\n')
    .map((line, place) => ({ line: line.trim(), key: `${place}` }))
    .filter(({ line }) => line !== '');
  return lines.map(({ line, key }) => (
    <p key={key} className="sheet-paragraph">
      {line}
    </p>
  ));
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
