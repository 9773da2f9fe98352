import type { OrganizationFile } from '@hujian/contract';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { Section } from '../../parts/page.tsx';
import { day, number } from '../../parts/words.ts';
import { words } from './words.ts';

interface BlockProps {
  file: OrganizationFile;
}

function Rows({ none, children, empty }: { none: string; children: ReactNode; empty: boolean }) {
  if (empty) return <p className="faint file-none">{none}</p>;
  return <ul className="plain-list file-rows">{children}</ul>;
}

export function Team({ file }: BlockProps) {
  const sitting = file.team.filter((seat) => seat.until === null);
  return (
    <Section title={words.team}>
      <Rows none={words.teamNone} empty={sitting.length === 0}>
        {sitting.map((seat) => (
          <li key={`${seat.post}${seat.person}`}>
            <span>
              {seat.postTitle}　<strong>{seat.name}</strong>
            </span>
            <span className="faint nowrap">{words.since(day(seat.from))}</span>
          </li>
        ))}
      </Rows>
    </Section>
  );
}

const fewFigures = 12;

/** The first figures; the rest on demand, and always on paper. */
export function Figures({ file }: BlockProps) {
  const [all, setAll] = useState(false);
  const more = file.figures.length - fewFigures;
  return (
    <Section title={words.figures}>
      <Rows none={words.figuresNone} empty={file.figures.length === 0}>
        {file.figures.map((figure, i) => (
          <li key={figure.id} className={all || i < fewFigures ? '' : 'file-print-only'}>
            <Link to="/records/$register/$record" params={{ register: 'figures', record: String(figure.id) }}>
              {figure.title}
            </Link>
            <span className="nowrap">
              {figure.unit === '是否'
                ? figure.value === 1
                  ? '是'
                  : '否'
                : `${number(figure.value)}${figure.unit}`}
              <span className="faint">　{words.countedOn(day(figure.on))}</span>
            </span>
          </li>
        ))}
      </Rows>
      {more > 0 ? (
        <button type="button" className="as-link file-more" onClick={() => setAll(!all)}>
          {all ? words.figuresFew : words.figuresAll(more)}
        </button>
      ) : null}
    </Section>
  );
}

export function RecentActivities({ file }: BlockProps) {
  return (
    <Section title={words.recent}>
      <Rows none={words.recentNone} empty={file.recentActivities.length === 0}>
        {file.recentActivities.map((activity) => (
          <li key={activity.id}>
            <Link
              to="/records/$register/$record"
              params={{ register: activity.register, record: String(activity.id) }}
            >
              {activity.kindTitle}
              {activity.title === '' || activity.title === activity.kindTitle ? '' : `：${activity.title}`}
            </Link>
            <span className="faint nowrap">{day(activity.on)}</span>
          </li>
        ))}
      </Rows>
    </Section>
  );
}

export function Events({ file }: BlockProps) {
  return (
    <Section title={words.events}>
      <Rows none={words.eventsNone} empty={file.events.length === 0}>
        {file.events.map((event) => (
          <li key={event.id}>
            <Link to="/records/$register/$record" params={{ register: 'events', record: String(event.id) }}>
              {event.title}
            </Link>
            <span className="faint nowrap">
              {day(event.on)}
              {event.until === null ? '' : words.until(day(event.until))}
            </span>
          </li>
        ))}
      </Rows>
    </Section>
  );
}

export function Kept({ file }: BlockProps) {
  return (
    <Section title={words.registers}>
      <p className="faint">{words.registersLead}</p>
      <ul className="plain-list file-rows">
        {file.registers.map((one) => (
          <li key={one.register}>
            <span>{one.title}</span>
            <span className={one.keptFrom === null ? 'file-unkept nowrap' : 'faint nowrap'}>
              {one.keptFrom === null ? words.notKept : words.since(day(one.keptFrom))}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
