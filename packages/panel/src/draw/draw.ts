import { createHash } from 'node:crypto';

export interface DrawUnit {
  readonly id: string;
  /** 0 or more: 0 is drawn with the usual weight, 1 with twice, 2 with three times the weight. */
  readonly risk?: number | undefined;
  /** Rounds that have passed without a visit since its last one; 0: visited in the last round. */
  readonly waited?: number | undefined;
}

export interface Override {
  readonly unit: string;
  readonly act: 'add' | 'remove';
  /** Who changes a draw says why. */
  readonly reason: string;
}

export interface DrawInput {
  readonly units: readonly DrawUnit[];
  /** Units to be drawn. */
  readonly count: number;
  /** Every unit is visited at least once in so many rounds. */
  readonly every?: number | undefined;
  /** Secret until the draw; its commitment is published before. */
  readonly seed: string;
  /** A public number that nobody could know when the seed was committed (named beforehand). */
  readonly beacon?: string | undefined;
  readonly overrides?: readonly Override[] | undefined;
}

export interface Draw {
  /** SHA-256 of the seed in UTF-8, in hexadecimal: what was published before. */
  readonly commitment: string;
  /** In the order of their codes. */
  readonly units: readonly {
    readonly unit: string;
    readonly weight: number;
    /** The first ten hexadecimal digits of SHA-256 of seed, beacon and unit, a line each. */
    readonly ticket: string;
    /** -ln((ticket + 0.5) / 16^10) / weight: the smallest are drawn. */
    readonly key: number;
    /** Rounds that are left to the visit that was promised; 1: it must be now. */
    readonly due: number | null;
    readonly drawn: 'coverage' | 'lot' | null;
  }[];
  readonly drawn: readonly string[];
  /** After the overrides. */
  readonly final: readonly string[];
  readonly overrides: readonly Override[];
  /** Chinese sentences. */
  readonly reasons: readonly string[];
}

/** What is published before the draw. */
export const commitTo = (seed: string): string => createHash('sha256').update(seed, 'utf8').digest('hex');

/**
 * A draw that anybody can recompute: docs/panel.md says how with a calculator. First those without whom the promise of
 * coverage could not be held in this and the coming rounds, each time by the smallest key; then the smallest keys of all.
 */
export function draw(input: DrawInput): Draw {
  const entries = input.units
    .map((unit) => enter(input, unit))
    .sort((a, b) => a.key - b.key || (a.unit < b.unit ? -1 : 1));
  const count = Math.min(input.count, entries.length);
  const covered = coverFirst(entries, count, input.every);
  const rest = entries.filter(({ unit }) => !covered.has(unit)).slice(0, count - covered.size);
  const lot = new Set(rest.map(({ unit }) => unit));
  const units = entries
    .map(
      (entry) =>
        ({
          ...entry,
          drawn: covered.has(entry.unit) ? 'coverage' : lot.has(entry.unit) ? 'lot' : null,
        }) as const,
    )
    .sort((a, b) => (a.unit < b.unit ? -1 : 1));
  const drawn = units.flatMap(({ unit, drawn: how }) => (how ? [unit] : []));
  const overrides = input.overrides ?? [];
  return {
    commitment: commitTo(input.seed),
    units,
    drawn,
    final: override(drawn, overrides),
    overrides,
    reasons: explain(input, units),
  };
}

/** Is this the draw that the commitment and the inputs give? Whatever differs is named. */
export function checkDraw(published: Draw, input: DrawInput): string[] {
  const again = draw(input);
  const told: string[] = [];
  if (again.commitment !== published.commitment) told.push('公布的种子与事先公布的 SHA-256 不符。');
  for (const part of ['units', 'drawn', 'final', 'overrides'] as const) {
    if (JSON.stringify(again[part]) !== JSON.stringify(published[part]))
      told.push(`重新计算的${names[part]}与公布的不同。`);
  }
  return told;
}

const names = { units: '权重和签号', drawn: '抽签结果', final: '最后名单', overrides: '人工调整' } as const;

type Entry = Omit<Draw['units'][number], 'drawn'>;

function enter({ seed, beacon, every }: DrawInput, { id, risk, waited }: DrawUnit): Entry {
  const hash = createHash('sha256')
    .update(`${seed}\n${beacon ?? ''}\n${id}`, 'utf8')
    .digest('hex');
  const ticket = hash.slice(0, 10);
  const weight = 1 + (risk ?? 0);
  const key = -Math.log((Number.parseInt(ticket, 16) + 0.5) / 16 ** 10) / weight;
  const due = every === undefined ? null : Math.max(1, every - (waited ?? 0));
  return { unit: id, weight, ticket, key, due };
}

/**
 * For t = 1, 2, …: of the units that are due within t rounds, all but `count` for each later round must be drawn now. So the
 * promise is held in every coming round too, not only when it is about to break.
 */
function coverFirst(entries: readonly Entry[], count: number, every: number | undefined): Set<string> {
  const taken = new Set<string>();
  for (let t = 1; every !== undefined && t <= every; t += 1) {
    const due = entries.filter((entry) => entry.due !== null && entry.due <= t);
    const needed = Math.min(count, due.length - count * (t - 1));
    const have = due.filter(({ unit }) => taken.has(unit)).length;
    const open = due.filter(({ unit }) => !taken.has(unit));
    for (const { unit } of open.slice(0, Math.max(0, needed - have))) taken.add(unit);
  }
  return taken;
}

function override(drawn: readonly string[], overrides: readonly Override[]): string[] {
  const final = new Set(drawn);
  for (const { unit, act } of overrides) {
    if (act === 'add') final.add(unit);
    else final.delete(unit);
  }
  return [...final].sort();
}

function explain({ count, every, units }: DrawInput, drawn: Draw['units']): string[] {
  const late = drawn.filter((entry) => entry.due === 1 && entry.drawn === null).map(({ unit }) => unit);
  return [
    ...(every !== undefined && count * every < units.length
      ? [
          `每轮抽 ${count} 个、${every} 轮一遍，覆盖不了 ${units.length} 个单位；每轮至少要抽 ${Math.ceil(units.length / every)} 个。`,
        ]
      : []),
    ...(late.length > 0 ? [`本轮应当轮到却没有抽中的单位：${late.join('、')}。`] : []),
  ];
}
