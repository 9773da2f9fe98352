import type { OrganizationFile } from '@hujian/contract';
import { Link } from '@tanstack/react-router';
import { useMe } from '../../api/me.ts';
import { Section } from '../../parts/page.tsx';
import { Band } from '../../parts/verdict.tsx';
import { brief, day, share } from '../../parts/words.ts';
import { words } from './words.ts';

/** The standing in brief, or the way to the comparison of what lies below. */
export function FileStanding({ file }: { file: OrganizationFile }) {
  const me = useMe();
  const { standing, organization } = file;
  if (!me.can.includes('standing.read')) return null;
  const above = standing === null && organization.childCount > 0 && organization.level !== 'village';
  return (
    <Section
      title={words.where}
      extra={
        above ? (
          <Link to="/comparison" search={{ scope: organization.id }}>
            {words.compare}
          </Link>
        ) : (
          <Link to="/organizations/$organization/standing" params={{ organization: String(organization.id) }}>
            {words.detail}
          </Link>
        )
      }
    >
      {standing === null ? (
        <p className="faint file-none">{words.noStanding}</p>
      ) : (
        <>
          <p className="faint file-none">
            {standing.editionTitle}，截至{day(standing.asOf)}
          </p>
          <p className="file-points">
            <strong>{words.points(brief(standing.points), brief(standing.possible))}</strong>
            <span>{words.notKnown(share(standing.notKnownShare))}</span>
            <Band band={standing.band} />
          </p>
        </>
      )}
    </Section>
  );
}
