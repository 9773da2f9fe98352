import type { BoundValue, CheckStanding, ItemStanding, Measured, Standing } from '@hujian/engine';
import { type Letter, letterOf, verdictOf } from './cells.ts';

/** One check as it is stored: short keys, and nothing where the usual value stands. */
interface PackedCheck {
  c: string;
  v: Letter;
  p?: number;
  o?: number;
  /** points lost · bonus · warning · missing · short */
  l?: number;
  b?: number;
  w?: 1;
  m?: number;
  s?: string;
  /** known (absent: yes) · applies (0: no) · why · readings */
  k?: Measured['known'];
  a?: 0;
  y?: Measured['why'];
  r?: Measured['readings'];
  /** word, value and parameter of each bound */
  t?: (string | number)[][];
}

interface PackedItem {
  i: string;
  v: Letter;
  p: number;
  o: number;
  b?: number;
  w?: number;
  c: PackedCheck[];
}

/**
 * A standing's items as they are stored: a county writes hundreds of them with every evaluation. Of a check that is
 * met the ended periods are left out (its trace counts them again from the records); what runs on the as-of day, and
 * whatever falls short, is kept as it was measured.
 */
export function packedText({ items, asOf }: Pick<Standing, 'items' | 'asOf'>): string {
  return `[${items.map((item) => textOf(item, asOf)).join(',')}]`;
}

const texts = new WeakMap<ItemStanding, { asOf: string; text: string }>();

/** Branches that are alike to an item share its standing, which is then packed once. */
function textOf(item: ItemStanding, asOf: string): string {
  const known = texts.get(item);
  if (known?.asOf === asOf) return known.text;
  const text = JSON.stringify(packItem(item, asOf));
  texts.set(item, { asOf, text });
  return text;
}

function packItem(standing: ItemStanding, asOf: string): PackedItem {
  const { item, verdict, points, of, bonus, warnings, checks } = standing;
  return {
    i: item,
    v: letterOf[verdict],
    p: points,
    o: of,
    ...(bonus === 0 ? {} : { b: bonus }),
    ...(warnings === 0 ? {} : { w: warnings }),
    c: checks.map((check) => packCheck(check, asOf)),
  };
}

function packCheck(check: CheckStanding, asOf: string): PackedCheck {
  const { measured, verdict, bound } = check;
  const packed: PackedCheck = { c: check.check, v: letterOf[verdict] };
  if (check.points !== 0) packed.p = check.points;
  if (check.of !== 0) packed.o = check.of;
  if (check.lost !== 0) packed.l = check.lost;
  if (check.bonus !== 0) packed.b = check.bonus;
  if (check.warning) packed.w = 1;
  if (check.missing !== undefined) packed.m = check.missing;
  if (check.short !== undefined) packed.s = check.short;
  if (measured.known !== 'yes') packed.k = measured.known;
  if (!measured.applies) packed.a = 0;
  if (measured.why !== undefined) packed.y = measured.why;
  const readings =
    verdict === 'met'
      ? measured.readings.filter(({ until }) => until === undefined || until >= asOf)
      : measured.readings;
  if (readings.length > 0) packed.r = readings;
  if (bound.length > 0) packed.t = bound.map(packBound);
  return packed;
}

const packBound = ({ word, value, parameter }: BoundValue): (string | number)[] =>
  parameter === undefined ? [word, value] : [word, value, parameter];

/** What `packedText` stored, in the engine's words again. */
export function unpackItems(stored: unknown): ItemStanding[] {
  return (stored as PackedItem[]).map(({ i, v, p, o, b = 0, w = 0, c }) => ({
    item: i,
    verdict: verdictOf[v],
    points: p,
    of: o,
    bonus: b,
    warnings: w,
    checks: c.map(unpackCheck),
  }));
}

function unpackCheck(packed: PackedCheck): CheckStanding {
  const { k: known = 'yes', y: why, r: readings = [], t: bound = [] } = packed;
  return {
    check: packed.c,
    verdict: verdictOf[packed.v],
    points: packed.p ?? 0,
    of: packed.o ?? 0,
    lost: packed.l ?? 0,
    bonus: packed.b ?? 0,
    warning: packed.w === 1,
    measured: { known, applies: packed.a !== 0, ...(why === undefined ? {} : { why }), readings },
    bound: bound.map(unpackBound),
    ...(packed.m === undefined ? {} : { missing: packed.m }),
    ...(packed.s === undefined ? {} : { short: packed.s }),
  };
}

function unpackBound([word, value, parameter]: (string | number)[]): BoundValue {
  const bound = { word: word as BoundValue['word'], value: Number(value) };
  return parameter === undefined ? bound : { ...bound, parameter: String(parameter) };
}
