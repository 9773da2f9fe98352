import type { PlannedVisit } from '@hujian/contract';
import { shortDay } from '../bits.tsx';
import { words } from './words.ts';

interface DayStripProps {
  visits: readonly PlannedVisit[];
  /** Days that were set aside, also those without a visit. */
  days: readonly string[];
  chosen: string | null;
  onChoose: (day: string | null) => void;
}

/** The days of the round with how much lies on each; one is chosen or all are shown. */
export function DayStrip({ visits, days, chosen, onChoose }: DayStripProps) {
  const counts = new Map<string, number>(days.map((day) => [day, 0]));
  for (const visit of visits) {
    if (visit.state !== 'cancelled') counts.set(visit.on, (counts.get(visit.on) ?? 0) + 1);
  }
  const all = [...counts].sort(([a], [b]) => (a < b ? -1 : 1));
  return (
    // biome-ignore lint/a11y/useSemanticElements: buttons that choose, not a form
    <div className="day-strip" role="group" aria-label={words.days}>
      <button
        type="button"
        className="day-choice"
        aria-pressed={chosen === null}
        onClick={() => onChoose(null)}
      >
        <strong>{words.allDays}</strong>
        <span>{words.dayCount(visits.filter((visit) => visit.state !== 'cancelled').length)}</span>
      </button>
      {all.map(([day, count]) => (
        <button
          key={day}
          type="button"
          className="day-choice"
          aria-pressed={chosen === day}
          onClick={() => onChoose(chosen === day ? null : day)}
        >
          <strong>{shortDay(day)}</strong>
          <span>{words.dayCount(count)}</span>
        </button>
      ))}
    </div>
  );
}
