import type { OrganizationFile as File_ } from '@hujian/contract';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useMe } from '../../api/me.ts';
import { organizationFileQuery } from '../../api/organizations.ts';
import { Page, Section } from '../../parts/page.tsx';
import { Loaded } from '../../parts/states.tsx';
import { levelWords } from '../../parts/words.ts';
import { ChangeOrganization } from './change-organization.tsx';
import { Events, Figures, Kept, RecentActivities, Team } from './file-blocks.tsx';
import { FileFacts } from './file-facts.tsx';
import { FileStanding } from './file-standing.tsx';
import { Past } from './past.tsx';
import { words } from './words.ts';
import './organizations.css';

const route = getRouteApi('/shell/organizations/$organization');

/** Everything about one organization on one page, as one would print it for a visit. */
export function OrganizationFile() {
  const { organization } = route.useParams();
  const query = useQuery(organizationFileQuery(Number(organization)));
  return (
    <Loaded query={query} what={words.file} rows={12}>
      {(file) => <Drawn file={file} />}
    </Loaded>
  );
}

function Drawn({ file }: { file: File_ }) {
  const { organization, can } = file;
  return (
    <Page
      title={organization.name}
      lead={levelWords[organization.level]}
      crumbs={<Ancestors file={file} />}
      actions={
        <>
          {can.includes('record.read') ? <RecordsLink id={organization.id} /> : null}
          {can.includes('organization.manage') ? <ChangeOrganization file={file} /> : null}
          <Button onClick={() => window.print()}>{words.print}</Button>
        </>
      }
    >
      <div className="columns">
        <div>
          <FileStanding file={file} />
          <Section title={words.facts}>
            <FileFacts file={file} />
          </Section>
          <Team file={file} />
          <Past file={file} />
        </div>
        <div>
          <RecentActivities file={file} />
          <Figures file={file} />
          <Events file={file} />
          <Kept file={file} />
        </div>
      </div>
    </Page>
  );
}

function RecordsLink({ id }: { id: number }) {
  return (
    <Link
      to="/organizations/$organization/records/$register"
      params={{ organization: String(id), register: 'activities' }}
    >
      {words.records}
    </Link>
  );
}

/** The way from the top; only what lies within the actor's own scope is a link. */
function Ancestors({ file }: { file: File_ }) {
  const me = useMe();
  const own = file.ancestors.findIndex((one) => one.id === me.scope?.id);
  return (
    <nav aria-label={words.above}>
      {file.ancestors.map((ancestor, i) => (
        <span key={ancestor.id}>
          {own !== -1 && i >= own ? (
            <Link to="/organizations/$organization" params={{ organization: String(ancestor.id) }}>
              {ancestor.name}
            </Link>
          ) : (
            ancestor.name
          )}
          {' › '}
        </span>
      ))}
    </nav>
  );
}
