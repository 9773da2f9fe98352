import type { Home } from '@hujian/contract';
import { Link } from '@tanstack/react-router';
import { Section } from '../../parts/page.tsx';
import { Empty } from '../../parts/states.tsx';
import { Band } from '../../parts/verdict.tsx';
import { share } from '../../parts/words.ts';
import { words } from './words.ts';

const bands = ['A', 'B', 'C', 'D', 'unknown'] as const;

/** How the organizations below stand, in bands. */
export function Below({ home }: { home: Home }) {
  const { below, edition } = home;
  if (below === null || below.count === 0) {
    return (
      <Section title={words.where}>
        <Empty title={words.noStanding}>{words.noStandingLead}</Empty>
      </Section>
    );
  }
  const most = Math.max(1, ...bands.map((band) => below.byBand[band]));
  return (
    <Section
      title={below.others.length > 0 ? words.belowByThis(below.count) : words.below(below.count)}
      extra={<Link to="/comparison">{words.compare}</Link>}
    >
      <p className="faint home-edition">
        {edition?.title}。{words.belowLead(share(below.notKnownShare))}
      </p>
      <table className="home-bands">
        <tbody>
          {bands.map((band) => (
            <tr key={band}>
              <th scope="row">
                <Band band={band} />
              </th>
              <td className="home-bar">
                <span style={{ width: `${(below.byBand[band] / most) * 100}%` }} />
              </td>
              <td className="number">{below.byBand[band]}个</td>
            </tr>
          ))}
        </tbody>
      </table>
      {below.others.length > 0 ? (
        <div className="home-others">
          <p className="faint">{words.others}</p>
          <ul>
            {below.others.map(({ id, title, count }) => (
              <li key={id}>
                <Link to="/comparison" search={{ edition: id }}>
                  {words.other(title, count)}
                </Link>
              </li>
            ))}
          </ul>
        </div>
      ) : null}
    </Section>
  );
}
