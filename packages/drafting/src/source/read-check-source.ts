import {
  boundText,
  type Check,
  type Edition,
  effectiveValues,
  formula,
  itemsOf,
  parseSource,
  sentence,
  type Vocabulary,
} from '@hujian/engine';
import type { CheckSource, Work, WorkItem } from '../work.ts';

/** One check, read by itself: an edition of one item, or what is wrong with it in Chinese. */
export interface ReadCheck {
  edition: Edition | null;
  check: Check | null;
  /** `path` is a key of the check, '' for the check as a whole. */
  errors: { path: string; message: string }[];
  sentence: string | null;
  formula: string | null;
  bound: string | null;
}

export interface CheckContext {
  /** The item it stands in; null: alone, with one point. */
  item: Pick<WorkItem, 'code' | 'points' | 'strictness'> | null;
  parameters: Work['parameters'];
  vocabulary: Vocabulary;
  /** Numbers are those in force on this day. */
  day: string;
}

const long = '1949-10-01';

/** Reads one check as its edition would be read, without the rest of the edition. */
export function readCheckSource(source: CheckSource, context: CheckContext): ReadCheck {
  const { edition, errors } = parseSource(wrap(source, context), context.vocabulary);
  const check = edition ? itemsOf(edition)[0]?.checks[0] : undefined;
  if (!edition || !check) {
    return {
      edition: null,
      check: null,
      errors: errors.map(({ path, message }) => ({ path: shorten(path), message: tidy(message) })),
      sentence: null,
      formula: null,
      bound: null,
    };
  }
  const values = effectiveValues(edition, [], '', context.day);
  return {
    edition,
    check,
    errors: [],
    sentence: sentence(check, values, context.vocabulary),
    formula: formula(check),
    bound: boundText(check, values, context.vocabulary),
  };
}

function wrap(source: CheckSource, { item, parameters }: CheckContext): Record<string, unknown> {
  const points = pointsIn(source) ?? (item && item.points > 0 ? item.points : 1);
  const written = JSON.stringify(source);
  const used = Object.entries(parameters).filter(([name]) => written.includes(`"${name}"`));
  return {
    edition: 'draft/trial',
    standard: 'draft',
    label: 'trial',
    title: '草案',
    kind: 'rural',
    level: 'basic',
    inForce: long,
    basis: [{ document: '草案' }],
    fullMarks: points,
    parameters: Object.fromEntries(
      used.map(([name, parameter]) => [name, { ...parameter, values: datedFromLongAgo(parameter) }]),
    ),
    chapters: [
      {
        number: '一',
        title: '草案',
        items: [
          {
            code: item?.code || 'X-1',
            number: '1',
            title: '草案',
            text: '草案',
            points,
            strictness: item?.strictness ?? 'must',
            checks: [source],
          },
        ],
      },
    ],
  };
}

/** The oldest value holds before its day too: a check is read on any day. */
const datedFromLongAgo = ({ values }: Work['parameters'][string]) =>
  values
    .map(({ from, value, basis }) => ({ from: from ?? long, value, basis: basis ?? { document: '草案' } }))
    .toSorted((a, b) => (a.from < b.from ? -1 : 1))
    .map((one, index) => (index === 0 ? { ...one, from: long } : one));

/** A check with points of its own is read in an item of just these points. */
function pointsIn(source: CheckSource): number | undefined {
  const { points, moves } = source;
  if (typeof points === 'number') return points;
  if (typeof moves === 'object' && moves !== null && 'points' in moves && typeof moves.points === 'number')
    return moves.points;
  return undefined;
}

const inCheck = 'chapters.0.items.0.checks.0';
const shorten = (path: string): string =>
  path === inCheck ? '' : path.startsWith(`${inCheck}.`) ? path.slice(inCheck.length + 1) : path;

/** The form shows the error at its field: the place in front of it says nothing more. */
const tidy = (message: string): string => message.replace(/^条目 \S+( 检查 [^：]*)?：/, '');
