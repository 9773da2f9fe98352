import type { Bound } from '../grammar/bound.ts';
import type { Amount } from '../grammar/parameter.ts';

/** The numbers in force for one organization, by parameter name. */
export type Values = Readonly<Record<string, number>>;

export function amountOf(amount: Amount, values: Values): number {
  if (typeof amount === 'number') return amount;
  const value = values[amount.parameter];
  if (value === undefined) throw new Error(`no value for parameter ${amount.parameter}`);
  return value;
}

/** A bound with its number worked out. */
export interface HeldBound {
  readonly word: Bound['word'];
  readonly value: number;
  readonly parameter?: string;
}

export function holdBounds(bounds: readonly Bound[], values: Values): readonly HeldBound[] {
  return bounds.map((bound) => ({
    word: bound.word,
    value: amountOf(bound.value, values),
    ...(typeof bound.value === 'number' ? {} : { parameter: bound.value.parameter }),
  }));
}
