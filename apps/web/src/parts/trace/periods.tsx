import type { TraceView } from '@hujian/contract';
import { number } from '../words.ts';
import { words } from './words.ts';

/** How many in each period; a period before the register was kept says so. */
export function Periods({ periods }: { periods: TraceView['window']['periods'] }) {
  if (periods.length < 2) return null;
  return (
    <section>
      <h3>{words.periods}</h3>
      <ul className="plain-list trace-periods">
        {periods.map((period) => (
          <li key={period.from}>
            <span className="faint">{period.label}</span>
            <span>{period.covered || period.count > 0 ? `${number(period.count)}` : words.uncovered}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
