import type { Parameter } from '@hujian/engine';
import { basisText } from '../../parts/basis.tsx';
import { Section } from '../../parts/page.tsx';
import { amount, day } from '../../parts/words.ts';
import { words } from './words.ts';

/** The numbers of an edition: dated, each with its basis. */
export function Parameters({ parameters }: { parameters: readonly Parameter[] }) {
  if (parameters.length === 0) return null;
  return (
    <Section title={words.parameters} extra={<span className="faint">{words.parametersLead}</span>} flush>
      <table className="library-table">
        <thead>
          <tr>
            <th scope="col">{words.parameter}</th>
            <th scope="col" className="number">
              {words.value}
            </th>
            <th scope="col">{words.from}</th>
            <th scope="col">{words.tightenColumn}</th>
            <th scope="col">{words.basis}</th>
          </tr>
        </thead>
        <tbody>
          {parameters.flatMap((parameter) =>
            parameter.values.map((value, i) => (
              <tr key={`${parameter.name}${value.from}`}>
                <td>{i === 0 ? parameter.title : ''}</td>
                <td className="number">{amount(value.value, parameter.unit)}</td>
                <td className="nowrap">{day(value.from)}</td>
                <td className="nowrap">{words.tighten[parameter.tighten]}</td>
                <td>{basisText(value.basis)}</td>
              </tr>
            )),
          )}
        </tbody>
      </table>
    </Section>
  );
}
