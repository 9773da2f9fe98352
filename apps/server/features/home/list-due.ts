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
const shown = 30;

/** What the running periods still ask for, and registers that nobody keeps yet; what ends first stands first. */
export function listDue(
  edition: Edition,
  items: readonly ItemStanding[],
  organization: number,
  today: string,
  vocabulary: Vocabulary,
): Due[] {
  const due = itemsOf(edition).flatMap((item) => {
    const standing = items.find((one) => one.item === item.code);
    return item.checks.flatMap((check) => {
      const judged = standing?.checks.find((one) => one.check === check.id);
      if (!judged?.measured.applies || check.strictness === 'encouraged') return [];
      return dueOf(check, judged, today, vocabulary).map(({ code, register, ...line }) => ({
        ...line,
        id: `${code}/${item.code}/${check.id}`,
        item: item.code,
        link: { organization, item: item.code, check: check.id, register },
      }));
    });
  });
  return due.toSorted((a, b) => ((a.by ?? '9999') < (b.by ?? '9999') ? -1 : 1)).slice(0, shown);
}

type Line = Pick<Due, 'text' | 'by' | 'kind'> & { register: string; code: string };

function dueOf(check: Check, judged: CheckStanding, today: string, vocabulary: Vocabulary): Line[] {
  switch (check.measure) {
    case 'activities': {
      if (check.window.kind !== 'every' || !check.bounds.some(isLower)) return [];
      const period = findRunningPeriod(check.window.period, today);
      if (!isNear(period, today) || answers(judged, period)) return [];
      return check.activities.slice(0, 1).map((code) => ({
        code,
        text: `${period.label}：${check.title}`,
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
        code,
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
      return [{ code: test.figure, text, by: null, kind: 'figure', register: 'figures' }];
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
