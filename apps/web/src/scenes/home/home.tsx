import type { Home as HomeData } from '@hujian/contract';
import { useQuery } from '@tanstack/react-query';
import { homeQuery } from '../../api/home.ts';
import { useMe } from '../../api/me.ts';
import { Page, Section } from '../../parts/page.tsx';
import { Loaded } from '../../parts/states.tsx';
import { day } from '../../parts/words.ts';
import { Administrators } from './administrators.tsx';
import { Below } from './below.tsx';
import { Due } from './due.tsx';
import { Own } from './own.tsx';
import { Recent } from './recent.tsx';
import { Shortfalls } from './shortfalls.tsx';
import { words } from './words.ts';
import './home.css';

/** What is due from me and where we stand. */
export function Home() {
  const me = useMe();
  const business = me.scope !== null && me.can.includes('standing.read');
  return (
    <Page title={words.title} lead={words.hello(me.account.name, day(me.today))}>
      {business ? <Business /> : <Administrators can={me.can} />}
    </Page>
  );
}

function Business() {
  const home = useQuery(homeQuery);
  return (
    <Loaded query={home} what={words.fetching} rows={10}>
      {(data) => <Drawn home={data} />}
    </Loaded>
  );
}

const month = (text: string) => `${text.slice(0, 4)}年${Number(text.slice(5, 7))}月`;

function Drawn({ home }: { home: HomeData }) {
  const branch = home.below === null;
  const { burden } = home;
  return (
    <div className="columns">
      <div>
        {branch ? <Due home={home} /> : <Below home={home} />}
        <Recent home={home} />
      </div>
      <div>
        {branch ? <Own home={home} /> : null}
        {!branch && home.due.length > 0 ? <Due home={home} /> : null}
        <Shortfalls home={home} />
        <Section title={words.burden}>
          <p className="home-burden">
            {words.burdenText(month(burden.month), burden.fields, burden.uploads)}
          </p>
        </Section>
      </div>
    </div>
  );
}
