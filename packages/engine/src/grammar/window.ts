import type { Amount } from './parameter.ts';

export const PERIODS = ['month', 'quarter', 'half-year', 'year'] as const;
export type PeriodLength = (typeof PERIODS)[number];

export type Window =
  | { readonly kind: 'every'; readonly period: PeriodLength }
  | { readonly kind: 'rolling'; readonly length: Amount; readonly unit: 'month' | 'year' }
  | { readonly kind: 'term' }
  | { readonly kind: 'now' };
