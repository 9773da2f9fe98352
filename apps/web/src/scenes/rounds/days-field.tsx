import { day as dayText } from '../../parts/words.ts';
import { shortDay } from './bits.tsx';
import { words } from './words.ts';

interface DaysFieldProps {
  from: string | undefined;
  until: string | undefined;
  value?: string[];
  onChange?: (days: string[]) => void;
  id?: string;
}

const heads = ['一', '二', '三', '四', '五', '六', '日'];
const text = (at: Date): string => at.toISOString().slice(0, 10);

interface Month {
  title: string;
  /** Empty places before the first, so that Monday stands first. */
  lead: number;
  days: string[];
}

/** The months that a period touches; at most thirteen are drawn. */
export function monthsOf(from: string, until: string): Month[] {
  const months: Month[] = [];
  const at = new Date(`${from.slice(0, 7)}-01T00:00:00Z`);
  while (text(at) <= until && months.length < 13) {
    const month = at.getUTCMonth();
    const days: string[] = [];
    const lead = (at.getUTCDay() + 6) % 7;
    const title = `${at.getUTCFullYear()}年${month + 1}月`;
    while (at.getUTCMonth() === month) {
      days.push(text(at));
      at.setUTCDate(at.getUTCDate() + 1);
    }
    months.push({ title, lead, days });
  }
  return months;
}

const isWeekend = (day: string): boolean => [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());

/** Days picked on the calendar of a period: every day is a button that is pressed or not. */
export function DaysField({ from, until, value = [], onChange, id }: DaysFieldProps) {
  if (from === undefined || until === undefined || from > until)
    return <p className="faint">{words.dayPeriod}</p>;
  const chosen = new Set(value);
  const toggle = (day: string) => {
    if (chosen.has(day)) chosen.delete(day);
    else chosen.add(day);
    onChange?.([...chosen].sort());
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: the form's label names this group
    <div id={id} role="group" aria-label={words.days}>
      <p className="faint" aria-live="polite">
        {words.daysChosen(value.length)}。{words.daysLead}
      </p>
      <div className="months">
        {monthsOf(from, until).map((month) => (
          <div key={month.title} className="month">
            <p className="month-title">{month.title}</p>
            <div className="month-days">
              {heads.map((head) => (
                <span key={head} className="month-head" aria-hidden="true">
                  {head}
                </span>
              ))}
              {month.days.map((day, i) => (
                <button
                  key={day}
                  type="button"
                  className={isWeekend(day) ? 'month-day month-day-weekend' : 'month-day'}
                  style={i === 0 ? { gridColumnStart: month.lead + 1 } : {}}
                  aria-pressed={chosen.has(day)}
                  aria-label={`${dayText(day).slice(0, 5)}${shortDay(day)}`}
                  disabled={(day < from || day > until) && !chosen.has(day)}
                  onClick={() => toggle(day)}
                >
                  {Number(day.slice(8))}
                </button>
              ))}
            </div>
          </div>
        ))}
      </div>
    </div>
  );
}
