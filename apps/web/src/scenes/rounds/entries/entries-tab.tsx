import type { RevealedEntry, RoundFull } from '@hujian/contract';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Segmented } from 'antd';
import { entryPages, sessionsQuery } from '../../../api/sessions.ts';
import { Section } from '../../../parts/page.tsx';
import { Paged } from '../../../parts/paged.tsx';
import { Empty } from '../../../parts/states.tsx';
import { moment } from '../../../parts/words.ts';
import { type ShownKind, textOf, words } from './words.ts';

const route = getRouteApi('/shell/rounds/$round');
const kinds = Object.keys(words.kinds) as ShownKind[];

/** What was put down on site, once the meeting that judged it is closed. */
export function EntriesTab({ round }: { round: RoundFull }) {
  const { kind } = route.useSearch();
  const navigate = route.useNavigate();
  const chosen = kinds.find((one) => one === kind) ?? 'finding';
  const sessions = useQuery(sessionsQuery(round.id)).data?.rows;
  const open = sessions?.filter((session) => session.state === 'open').length ?? 0;
  if (sessions !== undefined && open === sessions.length)
    return <Empty title={words.hidden}>{words.hiddenLead}</Empty>;
  return (
    <Section
      title={words.title}
      extra={
        <Segmented<ShownKind>
          size="small"
          aria-label={words.kindFilter}
          value={chosen}
          onChange={(next) =>
            void navigate({
              search: (before) => ({ ...before, kind: next }),
              replace: true,
              resetScroll: false,
            })
          }
          options={kinds.map((value) => ({ value, label: words.kinds[value] }))}
        />
      }
    >
      {open === 0 ? null : (
        <p className="round-note" role="status">
          {words.openSessions(open)}
        </p>
      )}
      <List round={round} kind={chosen} />
    </Section>
  );
}

function List({ round, kind }: { round: RoundFull; kind: ShownKind }) {
  const pages = useInfiniteQuery(entryPages(round.id, kind));
  return (
    <Paged
      pages={pages}
      what={words.fetching}
      rows={6}
      none={<Empty title={words.none}>{words.noneLead}</Empty>}
    >
      {(rows, more) => (
        <>
          {groupsOf(rows).map((group) => (
            <section key={group.entries[0]?.id} className="entry-group">
              <h3>
                <Link
                  to="/organizations/$organization"
                  params={{ organization: String(group.organization.id) }}
                >
                  {group.organization.name}
                </Link>
              </h3>
              <ul className="plain-list">
                {group.entries.map((entry) => (
                  <Entry key={entry.id} entry={entry} />
                ))}
              </ul>
            </section>
          ))}
          {more}
        </>
      )}
    </Paged>
  );
}

interface Group {
  organization: RevealedEntry['organization'];
  entries: RevealedEntry[];
}

/** Entries in the order they came, those of one organization that follow each other together. */
function groupsOf(entries: readonly RevealedEntry[]): Group[] {
  const groups: Group[] = [];
  for (const entry of entries) {
    const last = groups.at(-1);
    if (last?.organization.id === entry.organization.id) last.entries.push(entry);
    else groups.push({ organization: entry.organization, entries: [entry] });
  }
  return groups;
}

function Entry({ entry }: { entry: RevealedEntry }) {
  const { head, text } = textOf(entry.body);
  const grave = entry.body.kind === 'finding' && entry.body.severity === 'grave';
  return (
    <li className={grave ? 'entry entry-grave' : 'entry'}>
      <p>
        {head === '' ? null : <strong>{head}　</strong>}
        {text}
      </p>
      {entry.body.kind === 'photo' ? (
        <img
          src={`/api/rating/files/${entry.body.file}`}
          alt={text === '' ? words.photoNone : text}
          loading="lazy"
          className="entry-photo"
        />
      ) : null}
      <p className="faint entry-more">
        {[
          entry.item?.title,
          entry.panelist === null ? undefined : words.by(entry.panelist),
          words.at(moment(entry.madeAt)),
          entry.clockOff === 0 ? undefined : words.clockOff(entry.clockOff),
        ]
          .filter((one) => one !== undefined)
          .join('　')}
      </p>
    </li>
  );
}
