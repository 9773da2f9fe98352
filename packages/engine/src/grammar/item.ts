import type { Check, Strictness } from './check.ts';

export const SUPPLIERS = ['branch', 'township', 'county', 'panel', 'poll'] as const;
export type Supplier = (typeof SUPPLIERS)[number];

export interface Item {
  readonly code: string;
  readonly number: string;
  readonly title: string;
  readonly text: string;
  /** Full marks of the item. */
  readonly points: number;
  readonly strictness: Strictness;
  readonly supplies?: Supplier;
  readonly flow?: { readonly who?: string; readonly when?: string; readonly how?: string };
  readonly source?: { readonly document: string; readonly item?: string };
  readonly note?: string;
  readonly checks: readonly Check[];
  /** Acceptance examples as written; `readExample` understands them. */
  readonly examples: readonly unknown[];
}
