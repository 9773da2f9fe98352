import type { Basis } from '../grammar/basis.ts';
import type { Edition } from '../grammar/edition.ts';
import type { DatedValue, Parameter } from '../grammar/parameter.ts';
import type { Values } from './values.ts';

/** A locality's own, stricter number for its subtree. */
export interface LocalParameter {
  readonly organization: number;
  readonly path: string;
  readonly standard: string;
  readonly parameter: string;
  readonly value: number;
  readonly validFrom: string;
  /** The first day on which it no longer holds. */
  readonly validUntil: string | null;
  readonly basis: Basis;
}

/** A number in force, with the edition's own beside it for the trace. */
export interface EffectiveParameter {
  readonly value: number;
  readonly base: DatedValue;
  readonly local?: LocalParameter;
}

/** The edition's own value on a day; before the first one, the first one. */
export function baseValue(parameter: Parameter, day: string): DatedValue {
  const begun = parameter.values.filter((v) => v.from <= day);
  const value = begun[begun.length - 1] ?? parameter.values[0];
  if (!value) throw new Error(`parameter ${parameter.name} has no value`);
  return value;
}

const isStricter = (parameter: Parameter, value: number, than: number): boolean =>
  parameter.tighten === 'up' ? value > than : parameter.tighten === 'down' ? value < than : false;

/** Why a local number is refused, in Chinese; null when it may stand. */
export function refuseLocal(edition: Edition, name: string, value: number, day: string): string | null {
  const parameter = edition.parameters[name];
  if (!parameter)
    return `${edition.title}没有参数 “${name}”，可调的有 ${Object.keys(edition.parameters).join('、')}`;
  if (parameter.tighten === 'never') return `“${parameter.title}” 不允许地方调整`;
  const base = baseValue(parameter, day).value;
  if (isStricter(parameter, value, base)) return null;
  const direction = parameter.tighten === 'up' ? '高于' : '低于';
  return `“${parameter.title}” 现行 ${base}${parameter.unit}，地方只能从严，要写${direction} ${base} 的数，写的是 ${value}`;
}

/** The strictest of the numbers set on the organization or above it; the nearest when equal. */
export function effectiveParameter(
  parameter: Parameter,
  locals: readonly LocalParameter[],
  path: string,
  day: string,
): EffectiveParameter {
  const base = baseValue(parameter, day);
  const mine = locals
    .filter((l) => l.parameter === parameter.name && path.startsWith(l.path))
    .filter((l) => l.validFrom <= day && (l.validUntil === null || l.validUntil > day))
    .filter((l) => isStricter(parameter, l.value, base.value))
    .sort((a, b) =>
      a.value === b.value ? b.path.length - a.path.length : isStricter(parameter, a.value, b.value) ? -1 : 1,
    );
  const local = mine[0];
  return local ? { value: local.value, base, local } : { value: base.value, base };
}

export function effectiveValues(
  edition: Edition,
  locals: readonly LocalParameter[],
  path: string,
  day: string,
): Values {
  const own = locals.filter((l) => l.standard === edition.standard);
  return Object.fromEntries(
    Object.values(edition.parameters).map((p) => [p.name, effectiveParameter(p, own, path, day).value]),
  );
}

/** Every assignment of numbers that occurs: the edition's own and one for each place that sets some. */
export function listAssignments(
  edition: Edition,
  locals: readonly LocalParameter[],
  day: string,
): readonly Values[] {
  const paths = ['', ...locals.filter((l) => l.standard === edition.standard).map((l) => l.path)];
  const distinct = new Map<string, Values>();
  for (const path of new Set(paths)) {
    const values = effectiveValues(edition, locals, path, day);
    distinct.set(JSON.stringify(values), values);
  }
  return [...distinct.values()];
}
