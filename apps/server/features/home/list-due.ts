import type { Home } from '@hujian/contract';
import {
  type Check,
  type CheckStanding,
  type Edition,
  type ItemStanding,
  itemsOf,
  titleOf,
  type Vocabulary,
} from '@hujian/engine';
import { findRunningPeriod, type RunningPeriod } from './running-period.ts';

type Due = Home['due'][number];

/** What ends later than this is not yet asked for. */
const lookAheadDays = 92;

/** What the running periods still ask for, and registers that nobody keeps yet; what ends first stands first. */
export function listDue(
  edition: Edition,
  items: readonly ItemStanding[],
  organization: number,
  today: string,
  vocabulary: Vocabulary,
): Due[] {
  const due = new Map<string, Due>();
  for (const item of itemsOf(edition)) {
    const standing = items.find((one) => one.item === item.code);
    for (const check of item.checks) {
      const judged = standing?.checks.find((one) => one.check === check.id);
      if (!judged?.measured.applies || check.strictness === 'encouraged') continue;
      const link = { organization, item: item.code, check: check.id };
      for (const line of dueOf(check, judged, today, vocabulary)) {
        const seen = due.get(line.id);
        // Two checks may ask for the same thing; the nearer day is the one to keep.
        if (!seen || (line.by ?? '9999') < (seen.by ?? '9999'))
          due.set(line.id, { ...line, item: item.code, link: { ...link, register: line.register } });
      }
    }
  }
  return [...due.values()].toSorted((a, b) => ((a.by ?? '9999') < (b.by ?? '9999') ? -1 : 1)).slice(0, 30);
}

type Line = Pick<Due, 'id' | 'text' | 'by' | 'kind'> & { register: string };

function dueOf(check: Check, judged: CheckStanding, today: string, vocabulary: Vocabulary): Line[] {
  switch (check.measure) {
    case 'activities': {
      if (check.window.kind !== 'every' || !check.bounds.some(isLower)) return [];
      const period = findRunningPeriod(check.window.period, today);
      if (!isNear(period, today) || answers(judged, period)) return [];
      return check.activities.slice(0, 1).map((code) => ({
        id: code,
        text: `${period.label}：${titleOf(vocabulary.activities, code)}`,
        by: period.until,
        kind: 'activity',
        register: vocabulary.activities[code]?.register ?? 'activities',
      }));
    }
    case 'document': {
      if (judged.verdict === 'met' && check.of === 'now') return [];
      const period = findRunningPeriod('year', today);
      if (check.of === 'year' && (answers(judged, period) || !isNear(period, today))) return [];
      return missingDocuments(check.documents, judged).map((code) => ({
        id: code,
        text: `${check.of === 'year' ? `${period.label}：` : ''}${titleOf(vocabulary.documents, code)}`,
        by: check.of === 'year' ? period.until : null,
        kind: 'document',
        register: 'documents',
      }));
    }
    case 'figure': {
      const [test] = check.anyOf;
      if (judged.verdict !== 'not-known' || !test) return [];
      const text = `还没有填报：${titleOf(vocabulary.figures, test.figure)}`;
      return [{ id: test.figure, text, by: null, kind: 'figure', register: 'figures' }];
    }
    default:
      return [];
  }
}

const isLower = ({ word }: { word: string }): boolean => word === 'atLeast' || word === 'moreThan';

/** The running period is judged before its end only when it is satisfied already. */
const answers = (judged: CheckStanding, period: RunningPeriod): boolean =>
  judged.measured.readings.some((reading) => reading.from === period.from && reading.until === period.until);

function missingDocuments(documents: readonly string[], judged: CheckStanding): string[] {
  const held = judged.measured.readings
    .filter((reading) => reading.subject?.kind === 'document' && (reading.count ?? 0) > 0)
    .map((reading) => reading.subject?.key);
  return documents.filter((code) => !held.includes(code));
}

function isNear(period: RunningPeriod, today: string): boolean {
  return (Date.parse(period.until) - Date.parse(today)) / 86_400_000 <= lookAheadDays;
}
