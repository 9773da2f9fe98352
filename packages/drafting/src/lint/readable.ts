import { type Edition, type ParseError, parseSource, type Vocabulary } from '@hujian/engine';
import type { EditionSource, Finding } from '../work.ts';
import { find } from './linted.ts';

const ROUNDS = 4;

export interface Readable {
  /** As far as it can be read: without the checks that cannot. */
  edition: Edition | null;
  findings: Finding[];
}

/** Reads an edition for linting: each error is a finding, and what can be read is read on. */
export function readForLint(source: EditionSource, vocabulary: Vocabulary): Readable {
  const findings: Finding[] = [];
  let rest: EditionSource = structuredClone(source);
  for (let round = 0; round < ROUNDS; round += 1) {
    const { edition, errors } = parseSource(rest, vocabulary);
    if (edition) return { edition, findings };
    const fresh = errors.map(present).filter(({ text }) => findings.every((one) => one.text !== text));
    findings.push(...fresh);
    rest = mend(rest, errors);
  }
  return { edition: null, findings };
}

const RULES: readonly (readonly [RegExp, string])[] = [
  [/没有数能同时满足/, 'contradiction'],
  [/合计 .*分.*(?:超过|不到|不等)/, 'points-sum'],
];

function present({ item, path, message }: ParseError): Finding {
  const rule = RULES.find(([said]) => said.test(message))?.[1] ?? 'unreadable';
  const check = /检查 (\S+?)：/.exec(message)?.[1] ?? null;
  const text = message.replace(/^条目 \S+( 检查 [^：]*)?：/, '');
  return find(
    rule,
    'error',
    item,
    check,
    `${text.replace('fullMarks', '满分')}${/[。！？]$/.test(text) ? '' : '。'}${path === '' || rule !== 'unreadable' ? '' : `（${path}）`}`,
  );
}

type Map = Record<string, unknown>;
const isMap = (value: unknown): value is Map =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const listIn = (map: unknown, key: string): unknown[] => {
  const value = isMap(map) ? map[key] : undefined;
  return Array.isArray(value) ? value : [];
};

/** A copy in which checks with errors are looked at on site, and sums are what they are. */
function mend(source: EditionSource, errors: readonly ParseError[]): EditionSource {
  const mended = structuredClone(source);
  const items = listIn(mended, 'chapters').flatMap((chapter) => listIn(chapter, 'items'));
  for (const { path } of errors) {
    const [c, i, k] = /^chapters\.(\d+)\.items\.(\d+)(?:\.checks\.(\d+))?/.exec(path)?.slice(1) ?? [];
    const item =
      c === undefined ? undefined : listIn(listIn(mended, 'chapters')[Number(c)], 'items')[Number(i)];
    const checks = listIn(item, 'checks');
    if (k !== undefined) checks[Number(k)] = lookInstead(checks[Number(k)], Number(k));
    else if (/points$/.test(path)) for (const check of checks) withoutPoints(check);
  }
  if (errors.some(({ path }) => path === 'fullMarks'))
    mended.fullMarks = items.reduce<number>((sum, item) => sum + pointsOf(item), 0) / 1000;
  return mended;
}

const pointsOf = (item: unknown): number =>
  isMap(item) && typeof item.points === 'number' ? Math.round(item.points * 1000) : 0;

function lookInstead(check: unknown, index: number): Map {
  const title = isMap(check) && typeof check.title === 'string' ? check.title : '无法读出的检查';
  return { id: `unreadable-${index + 1}`, title, measure: 'on-site', look: title, strictness: 'encouraged' };
}

function withoutPoints(check: unknown): void {
  if (!isMap(check)) return;
  delete check.points;
  if (isMap(check.moves)) delete check.moves.points;
}
