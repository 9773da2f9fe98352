import { type Bound, isLower } from '../grammar/bound.ts';
import type { Check } from '../grammar/check.ts';
import { type Edition, itemsOf } from '../grammar/edition.ts';
import { freeze } from '../grammar/freeze.ts';
import type { Item } from '../grammar/item.ts';
import type { Amount, DatedValue } from '../grammar/parameter.ts';
import { baseValue } from '../parameters/local-parameter.ts';

export type ItemChange = 'same' | 'added' | 'dropped' | 'renumbered' | 'tightened' | 'loosened' | 'changed';

/** A parameter in both editions, each value in force on its edition's first day. */
export interface ComparedParameter {
  readonly name: string;
  readonly title: string;
  readonly unit: string;
  readonly a: DatedValue | null;
  readonly b: DatedValue | null;
  /** Items in which it stands. */
  readonly items: readonly string[];
}

export interface ComparedItem {
  /** Code in b, or in a when it was dropped. */
  readonly code: string;
  readonly change: ItemChange;
  readonly a: Pick<Item, 'code' | 'number' | 'title' | 'points'> | null;
  readonly b: Pick<Item, 'code' | 'number' | 'title' | 'points'> | null;
  /** Parameters of the item whose value differs. */
  readonly parameters: readonly string[];
  readonly checks: readonly {
    readonly check: string;
    readonly change: Exclude<ItemChange, 'renumbered'>;
  }[];
}

export interface EditionComparison {
  readonly a: string;
  readonly b: string;
  readonly items: readonly ComparedItem[];
  readonly parameters: readonly ComparedParameter[];
}

/** Two editions of a standard side by side: b seen from a. Items are matched by code, else by title. */
export function compareEditions(a: Edition, b: Edition): EditionComparison {
  const before = itemsOf(a);
  const parameters = compareParameters(a, b);
  const matched = new Set<Item>();
  const items = itemsOf(b).map((item) => {
    const old =
      before.find((o) => o.code === item.code) ??
      before.find((o) => o.title === item.title && !matched.has(o));
    if (old) matched.add(old);
    return old ? compareItem(old, item, a, b) : onlyIn('added', null, item);
  });
  const dropped = before.filter((o) => !matched.has(o)).map((item) => onlyIn('dropped', item, null));
  return freeze({ a: a.id, b: b.id, items: [...items, ...dropped], parameters });
}

const brief = ({ code, number, title, points }: Item): NonNullable<ComparedItem['a']> => ({
  code,
  number,
  title,
  points,
});

function onlyIn(change: 'added' | 'dropped', a: Item | null, b: Item | null): ComparedItem {
  const code = b?.code ?? a?.code ?? '';
  return { code, change, a: a && brief(a), b: b && brief(b), parameters: [], checks: [] };
}

function compareItem(old: Item, item: Item, a: Edition, b: Edition): ComparedItem {
  const checks = [
    ...item.checks.map((check) => {
      const was = old.checks.find((c) => c.id === check.id);
      return { check: check.id, change: was ? compareCheck(was, check, a, b) : ('added' as const) };
    }),
    ...old.checks
      .filter((c) => !item.checks.some((n) => n.id === c.id))
      .map((c) => ({ check: c.id, change: 'dropped' as const })),
  ].filter(({ change }) => change !== 'same');
  const names = new Set([...parametersIn(old), ...parametersIn(item)]);
  return {
    code: item.code,
    change: changeOf(
      checks.map((c) => c.change),
      old,
      item,
    ),
    a: brief(old),
    b: brief(item),
    parameters: [...names].filter((name) => inForceIn(a, name)?.value !== inForceIn(b, name)?.value).sort(),
    checks,
  };
}

function changeOf(changes: readonly ItemChange[], old: Item, item: Item): ItemChange {
  if (changes.length > 0) {
    if (changes.every((c) => c === 'tightened' || c === 'added')) return 'tightened';
    if (changes.every((c) => c === 'loosened' || c === 'dropped')) return 'loosened';
    return 'changed';
  }
  if (old.title !== item.title || old.text !== item.text || old.points !== item.points) return 'changed';
  return old.code !== item.code || old.number !== item.number ? 'renumbered' : 'same';
}

/** Stricter or milder when nothing but the numbers of the bounds moved, all in one direction. */
function compareCheck(old: Check, check: Check, a: Edition, b: Edition): Exclude<ItemChange, 'renumbered'> {
  const shape = (one: Check, edition: Edition): string => JSON.stringify(resolve(one, edition, false));
  const full = (one: Check, edition: Edition): string => JSON.stringify(resolve(one, edition, true));
  if (full(old, a) === full(check, b)) return 'same';
  if (shape(old, a) !== shape(check, b)) return 'changed';
  const [was, now] = [numbersOf(old, a), numbersOf(check, b)];
  const moves = now.flatMap(({ word, value }, i) => {
    const before = was[i]?.value ?? value;
    if (before === value) return [];
    return [isLower(word) === value > before ? 'tightened' : 'loosened'] as const;
  });
  const [first] = moves;
  return first && moves.every((m) => m === first) ? first : 'changed';
}

const boundsIn = (check: Check): readonly Bound[] =>
  check.measure === 'figure' ? check.anyOf.flatMap((t) => t.bounds) : 'bounds' in check ? check.bounds : [];

const numbersOf = (check: Check, edition: Edition): readonly { word: Bound['word']; value: number }[] =>
  boundsIn(check).map(({ word, value }) => ({ word, value: numberOf(value, edition) }));

const numberOf = (amount: Amount, edition: Edition): number =>
  typeof amount === 'number' ? amount : (inForceIn(edition, amount.parameter)?.value ?? Number.NaN);

/** The check with its parameters' numbers put in; without the numbers of its bounds where they are not asked for. */
function resolve(check: Check, edition: Edition, withBounds: boolean): unknown {
  const walk = (value: unknown, key: string): unknown => {
    if (Array.isArray(value)) {
      if (key !== 'bounds') return value.map((v) => walk(v, ''));
      return (value as Bound[]).map((b) => ({
        word: b.word,
        ...(withBounds ? { value: numberOf(b.value, edition) } : {}),
      }));
    }
    if (typeof value !== 'object' || value === null) return value;
    if ('parameter' in value && typeof value.parameter === 'string')
      return numberOf({ parameter: value.parameter }, edition);
    const skipped = ['title', 'why', 'share', 'key'];
    return Object.fromEntries(
      Object.entries(value)
        .filter(([k]) => !skipped.includes(k))
        .map(([k, v]) => [k, walk(v, k)]),
    );
  };
  return walk(check, '');
}

function inForceIn(edition: Edition, name: string): DatedValue | null {
  const parameter = edition.parameters[name];
  return parameter ? baseValue(parameter, edition.inForce) : null;
}

function parametersIn(item: Item): readonly string[] {
  const found = JSON.stringify(item.checks).matchAll(/"parameter":"([A-Za-z0-9]+)"/g);
  return [...found].flatMap((match) => (match[1] ? [match[1]] : []));
}

function compareParameters(a: Edition, b: Edition): readonly ComparedParameter[] {
  const names = [...new Set([...Object.keys(a.parameters), ...Object.keys(b.parameters)])];
  return names.flatMap((name) => {
    const [was, now] = [inForceIn(a, name), inForceIn(b, name)];
    const parameter = b.parameters[name] ?? a.parameters[name];
    if (!parameter || was?.value === now?.value) return [];
    const items = [...itemsOf(b), ...itemsOf(a)]
      .filter((i) => parametersIn(i).includes(name))
      .map((i) => i.code);
    return [
      { name, title: parameter.title, unit: parameter.unit, a: was, b: now, items: [...new Set(items)] },
    ];
  });
}
