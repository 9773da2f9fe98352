import type { RoundFull } from '@hujian/contract';
import { Section } from '../../parts/page.tsx';
import { number } from '../../parts/words.ts';
import { chaptersOf } from './items-field.tsx';
import { words } from './plan-words.ts';

/** What is judged on site, and beside it what records already decide. */
export function PlanItems({ round }: { round: RoundFull }) {
  return (
    <Section
      title={words.items}
      extra={<span className="faint">{words.itemsCount(round.items.length)}</span>}
    >
      {chaptersOf(round.items).map((chapter) => (
        <section key={`${chapter.title}${chapter.items[0]?.code}`} className="plan-chapter">
          <h3>{chapter.title}</h3>
          <ul className="plain-list plan-items">
            {chapter.items.map((item) => (
              <li key={item.code}>
                <p className="plan-item-head">
                  <strong>
                    {item.number} {item.title}
                  </strong>
                  <span className="faint nowrap">{words.points(number(item.points))}</span>
                </p>
                {item.guide === '' ? null : <p className="plan-text">{item.guide}</p>}
                {item.recorded.length === 0 ? null : (
                  <p className="faint">{words.recorded(item.recorded.map((one) => one.title).join('、'))}</p>
                )}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </Section>
  );
}
