import type { Home } from '@hujian/contract';
import { Link } from '@tanstack/react-router';
import { Section } from '../../parts/page.tsx';
import { Empty } from '../../parts/states.tsx';
import { Band } from '../../parts/verdict.tsx';
import { brief, day, share } from '../../parts/words.ts';
import { words } from './words.ts';

/** A branch's own points, never without the share of what is not known. */
export function Own({ home }: { home: Home }) {
  const { standing, scope } = home;
  if (standing === null || scope === null) {
    return (
      <Section title={words.where}>
        <Empty title={words.noStanding}>{words.noStandingLead}</Empty>
      </Section>
    );
  }
  return (
    <Section
      title={words.where}
      extra={
        <Link to="/organizations/$organization/standing" params={{ organization: String(scope.id) }}>
          {words.detail}
        </Link>
      }
    >
      <p className="faint home-edition">
        {standing.editionTitle}，截至{day(standing.asOf)}
      </p>
      <dl className="home-figures">
        <div>
          <dt>{words.points}</dt>
          <dd>{brief(standing.points)}</dd>
          <dd className="faint">{words.of(brief(standing.possible), brief(standing.fullMarks))}</dd>
        </div>
        <div>
          <dt>{words.notKnown}</dt>
          <dd>{share(standing.notKnownShare)}</dd>
        </div>
        <div>
          <dt>{words.band}</dt>
          <dd>
            <Band band={standing.band} />
          </dd>
        </div>
      </dl>
    </Section>
  );
}
