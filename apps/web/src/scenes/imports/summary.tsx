import type { ImportFile } from '@hujian/contract';
import { Section } from '../../parts/page.tsx';
import { words } from './words.ts';

interface PartProps {
  file: ImportFile;
}

/** What each sheet would change. */
export function Counts({ file }: PartProps) {
  const { sheets } = file.summary;
  if (sheets.length === 0) return null;
  const columns = ['rows', 'added', 'changed', 'unchanged', 'errors'] as const;
  const heads = [words.all, words.added, words.changed, words.unchanged, words.errors];
  return (
    <Section title={words.counts} flush>
      <table className="import-table import-counts">
        <thead>
          <tr>
            <th scope="col">{words.sheet}</th>
            {heads.map((head) => (
              <th key={head} scope="col" className="number">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sheets.map((sheet) => (
            <tr key={sheet.sheet}>
              <th scope="row">{sheet.sheet}</th>
              {columns.map((column) => (
                <td
                  key={column}
                  className={column === 'errors' && sheet.errors > 0 ? 'number import-refused' : 'number'}
                >
                  {sheet[column]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}

/** Every error with its cell and what to write instead. */
export function Errors({ file }: PartProps) {
  const { errors } = file.summary;
  if (errors.length === 0) return null;
  return (
    <Section title={words.errorsTitle} extra={<span className="faint">{words.errorsLead}</span>} flush>
      <table className="import-table">
        <thead>
          <tr>
            <th scope="col">{words.sheet}</th>
            <th scope="col">{words.cell}</th>
            <th scope="col">{words.problem}</th>
          </tr>
        </thead>
        <tbody>
          {errors.map((error) => (
            <tr key={`${error.sheet}${error.cell}${error.message}`}>
              <td className="nowrap">{error.sheet}</td>
              <td className="nowrap">{error.cell}</td>
              <td>{error.message}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}

/** The first rows as they would be taken in. */
export function Sample({ file }: PartProps) {
  const { sample } = file.summary;
  if (sample.length === 0) return null;
  return (
    <Section title={words.sample} flush>
      <table className="import-table">
        <thead>
          <tr>
            <th scope="col">{words.sheet}</th>
            <th scope="col" className="number">
              {words.sampleRow}
            </th>
            <th scope="col">{words.sampleVerdict}</th>
            <th scope="col">{words.sampleContent}</th>
          </tr>
        </thead>
        <tbody>
          {sample.map((row) => (
            <tr key={`${row.sheet}${row.row}`}>
              <td className="nowrap">{row.sheet}</td>
              <td className="number">{row.row}</td>
              <td className={`nowrap import-row-${row.verdict}`}>{words.verdicts[row.verdict]}</td>
              <td>{row.cells.filter((cell) => cell !== '').join('　')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}
