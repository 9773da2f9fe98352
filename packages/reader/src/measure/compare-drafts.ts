import type { DraftEdition, DraftItem, DraftMovement } from '../draft/draft.ts';
import { type Pair, pairItems, plain, sameTitle, titleOf } from './pair-items.ts';

/**
 * How near a draft comes to a label. The label is a draft edition without places; "doubtful" on a check is true or
 * ["activity"], on an item a list of the fields that are not held against the draft.
 */
export type LabelCheck = { measure: string } & Record<string, unknown>;
export type LabelMovement = Omit<DraftMovement, 'at' | 'words'> & { doubtful?: boolean };
export interface LabelItem extends Partial<Omit<DraftItem, 'checks' | 'deductions' | 'bonuses' | 'at'>> {
  checks?: LabelCheck[];
  deductions?: LabelMovement[];
  bonuses?: LabelMovement[];
  doubtful?: string[];
}
export interface Label {
  title: string | null;
  chapters: { label?: string | null; title: string | null; items: LabelItem[] }[];
}

/** A figure from 0 to 1; `none`: there was nothing to find and nothing was claimed. */
export interface Figure {
  value: number;
  none: boolean;
  right: number;
  missed: number;
  extra: number;
}

const NUMERIC = new Set(['activities', 'hours', 'headcount', 'share', 'figure', 'poll']);
const FIELDS = [
  'items',
  'chapters',
  'titles',
  'checks',
  'activities',
  'vetoes',
  'strictness',
  'points',
  'deductions',
  'bonuses',
  'documents',
] as const;
type Field = (typeof FIELDS)[number];

export type Comparison = Record<Field, Figure> & { differences: string[] };

class Counter {
  right = 0;
  missed = 0;
  extra = 0;

  add(right: number, missed: number, extra: number): void {
    this.right += right;
    this.missed += missed;
    this.extra += extra;
  }

  figure(): Figure {
    const { right, missed, extra } = this;
    const none = right + missed + extra === 0;
    return { value: none ? 1 : (2 * right) / (2 * right + missed + extra), none, right, missed, extra };
  }

  /** Of what was asked, how much is right. */
  share(): Figure {
    const { right, missed } = this;
    const none = right + missed === 0;
    return { value: none ? 1 : right / (right + missed), none, right, missed, extra: 0 };
  }
}

const num = (v: unknown): number | null => (typeof v === 'number' ? v : null);

function bound(check: LabelCheck, which: 'atLeast' | 'atMost'): number | null {
  const value = num(check[which]);
  if (value === null || check.measure !== 'figure') return value;
  const unit = plain(check.unit);
  if (unit === '%' || unit === 'percent') return value / 100;
  return unit === '万元' ? value * 10_000 : value;
}

function near(a: number | null, b: number | null): boolean {
  if (a === null || b === null) return a === b;
  const fractions = Math.abs(a) < 1 && Math.abs(b) < 1 && a !== 0 && b !== 0;
  return Math.abs(a - b) <= (fractions ? 0.0045 : 1e-9 * Math.max(1, Math.abs(a), Math.abs(b)));
}

function sameNumbers(a: LabelCheck, b: LabelCheck): boolean {
  const timed = a.measure === 'activities' || a.measure === 'hours';
  return (
    a.measure === b.measure &&
    (!timed || a.per === b.per) &&
    near(bound(a, 'atLeast'), bound(b, 'atLeast')) &&
    near(bound(a, 'atMost'), bound(b, 'atMost')) &&
    (a.exclusive === true) === (b.exclusive === true)
  );
}

function sharesBound(a: LabelCheck, b: LabelCheck): boolean {
  if (a.measure !== b.measure) return false;
  const [low, high] = [bound(a, 'atLeast'), bound(a, 'atMost')];
  if (low === null && high === null) return bound(b, 'atLeast') === null && bound(b, 'atMost') === null;
  return (
    (low !== null && near(low, bound(b, 'atLeast'))) || (high !== null && near(high, bound(b, 'atMost')))
  );
}

function sameActivity(a: LabelCheck, b: LabelCheck): boolean {
  const [x, y] = [plain(a.activity), plain(b.activity)];
  return x === y || (x.startsWith('other:') && y.startsWith('other:'));
}

function sameSubject(a: LabelCheck, b: LabelCheck): boolean {
  if (a.measure === 'activities') return sameActivity(a, b);
  const key = a.measure === 'figure' ? 'figure' : a.measure === 'poll' ? 'answer' : 'who';
  return plain(a[key]) === plain(b[key]);
}

const show = (c: object): string =>
  JSON.stringify(c, (k, v) => (k === 'at' || k === 'words' || k === 'doubtful' ? undefined : v));

class Comparer {
  readonly counts = Object.fromEntries(FIELDS.map((f) => [f, new Counter()])) as Record<Field, Counter>;
  readonly differences: string[] = [];

  private say(label: LabelItem, words: string): void {
    this.differences.push(`${label.number ?? label.title ?? '?'}: ${words}`);
  }

  compare({ label, draft, chapterRight }: Pair): void {
    const doubt = new Set(label.doubtful ?? []);
    const { counts } = this;
    const one = (field: Field, right: boolean, words: string): void => {
      if (doubt.has(words.split(' ')[0] ?? '')) return;
      counts[field].add(right ? 1 : 0, right ? 0 : 1, 0);
      if (!right) this.say(label, words);
    };
    if (draft) one('chapters', chapterRight, 'chapter');
    else this.say(label, `item not found, ${label.text ?? ''}`);
    one(
      'titles',
      draft !== null && sameTitle(label.title, draft.title),
      `title ${label.title} / ${draft?.title}`,
    );
    one(
      'strictness',
      draft?.strictness === label.strictness,
      `strictness ${label.strictness} / ${draft?.strictness}`,
    );
    if (label.points != null)
      one(
        'points',
        draft !== null && near(label.points, draft.points),
        `points ${label.points} / ${draft?.points}`,
      );
    if (!doubt.has('veto')) {
      const [want, has] = [label.veto === true, draft?.veto === true];
      counts.vetoes.add(want && has ? 1 : 0, want && !has ? 1 : 0, has && !want ? 1 : 0);
      if (want !== has) this.say(label, `veto ${want} / ${has}`);
    }
    this.checks(
      label,
      (draft?.checks ?? []).map((c): LabelCheck => ({ ...c })),
    );
    this.documents(label, draft);
    this.movements('deductions', label, label.deductions ?? [], draft?.deductions ?? []);
    this.movements('bonuses', label, label.bonuses ?? [], draft?.bonuses ?? []);
  }

  private checks(label: LabelItem, claimed: LabelCheck[]): void {
    const wanted = (label.checks ?? []).filter((c) => NUMERIC.has(c.measure));
    const rest = new Set(claimed.filter((c) => NUMERIC.has(c.measure)));
    const open = new Set(wanted);
    const pairs: [LabelCheck, LabelCheck][] = [];
    const pass = (doubtful: boolean, fits: (a: LabelCheck, b: LabelCheck) => boolean): void => {
      for (const want of wanted) {
        if ((want.doubtful === true) !== doubtful || !open.has(want)) continue;
        const has = [...rest].find((c) => fits(want, c));
        if (!has) continue;
        open.delete(want);
        rest.delete(has);
        pairs.push([want, has]);
      }
    };
    const exact = (a: LabelCheck, b: LabelCheck): boolean => sameNumbers(a, b) && sameSubject(a, b);
    pass(false, exact);
    pass(true, exact);
    pass(false, sameNumbers);
    pass(true, sameNumbers);
    pass(true, sharesBound);
    const right = pairs.filter(([want]) => want.doubtful !== true);
    const missed = [...open].filter((c) => c.doubtful !== true);
    this.counts.checks.add(right.length, missed.length, rest.size);
    for (const c of missed) this.say(label, `check missed ${show(c)}`);
    for (const c of rest) this.say(label, `check too much ${show(c)}`);
    for (const [want, has] of right) {
      if (
        want.measure !== 'activities' ||
        (Array.isArray(want.doubtful) && want.doubtful.includes('activity'))
      )
        continue;
      const same = sameActivity(want, has);
      this.counts.activities.add(same ? 1 : 0, same ? 0 : 1, 0);
      if (!same) this.say(label, `activity ${String(want.activity)} / ${String(has.activity)}`);
    }
  }

  private documents(label: LabelItem, draft: DraftItem | null): void {
    const wanted = (label.checks ?? []).filter((c) => c.measure === 'document' && c.doubtful !== true);
    const rest = new Set(
      (draft?.checks ?? []).flatMap((c) => (c.measure === 'document' ? [c.document] : [])),
    );
    for (const want of wanted) {
      const has = [...rest].find((d) => likeDocument(String(want.document ?? ''), d));
      if (has !== undefined) rest.delete(has);
      else this.say(label, `document missed ${String(want.document)}`);
      this.counts.documents.add(has === undefined ? 0 : 1, has === undefined ? 1 : 0, 0);
    }
  }

  private movements(
    field: 'deductions' | 'bonuses',
    label: LabelItem,
    wanted: LabelMovement[],
    claimed: DraftMovement[],
  ): void {
    const rest = claimed.map((m) => ({ key: movementKey(m), m }));
    const take = (m: LabelMovement): boolean => {
      const at = rest.findIndex((r) => r.key === movementKey(m));
      if (at >= 0) rest.splice(at, 1);
      return at >= 0;
    };
    for (const m of wanted.filter((w) => w.doubtful !== true)) {
      const right = take(m);
      this.counts[field].add(right ? 1 : 0, right ? 0 : 1, 0);
      if (!right) this.say(label, `${field} missed ${show(m)}`);
    }
    for (const m of wanted.filter((w) => w.doubtful === true)) take(m);
    this.counts[field].add(0, 0, rest.length);
    for (const { m } of rest) this.say(label, `${field} too much ${show(m)}`);
  }

  extra(item: DraftItem): void {
    const numeric = item.checks.filter((c) => NUMERIC.has(c.measure)).length;
    this.counts.checks.add(0, 0, numeric);
    this.counts.vetoes.add(0, 0, item.veto ? 1 : 0);
    this.counts.deductions.add(0, 0, item.deductions.length);
    this.counts.bonuses.add(0, 0, item.bonuses.length);
    this.differences.push(`item too much: ${item.number} ${item.title ?? ''} ${item.text.slice(0, 20)}`);
  }
}

function movementKey(m: LabelMovement | DraftMovement): string {
  const unit = plain(m.unit);
  return JSON.stringify([m.points, m.per, unit.startsWith('other:') ? 'other:' : unit]);
}

/** Leniently: the same letters, one name in the other, or most pairs of letters. */
function likeDocument(want: string, has: string): boolean {
  const [a, b] = [want, has].map((s) => plain(s).replace(/[^\p{L}\p{N}]/gu, '')) as [string, string];
  if (a === '' || b === '') return false;
  if (a === b) return true;
  if (b.length < 3 || b.length > 2 * a.length + 4) return false;
  if (a.includes(b) || b.includes(a)) return true;
  const pairs = new Set(Array.from({ length: a.length - 1 }, (_, i) => a.slice(i, i + 2)));
  const common = Array.from({ length: b.length - 1 }, (_, i) => b.slice(i, i + 2)).filter((p) =>
    pairs.has(p),
  ).length;
  return common / Math.max(1, Math.min(a.length, b.length) - 1) >= 0.6;
}

/** Compares a label with the edition of a draft that is meant by it. */
export function compareDrafts(label: Label, draft: DraftEdition[]): Comparison {
  const wanted = titleOf(label.title);
  const exact = draft.filter((e) => titleOf(e.title) === wanted);
  const edition = exact[0] ?? draft.find((e) => titleOf(e.title).includes(wanted)) ?? draft[0];
  const { pairs, extra } = pairItems(label, edition);
  const comparer = new Comparer();
  const found = pairs.filter((p) => p.draft).length;
  comparer.counts.items.add(found, pairs.length - found, extra.length);
  for (const pair of pairs) comparer.compare(pair);
  for (const item of extra) comparer.extra(item);
  const shares: Field[] = ['chapters', 'titles', 'activities', 'strictness', 'points', 'documents'];
  const figures = FIELDS.map((f) => [
    f,
    shares.includes(f) ? comparer.counts[f].share() : comparer.counts[f].figure(),
  ]);
  return { ...(Object.fromEntries(figures) as Record<Field, Figure>), differences: comparer.differences };
}
