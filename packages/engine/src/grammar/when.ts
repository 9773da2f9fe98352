import type { Bound } from './bound.ts';
import type { Amount } from './parameter.ts';
import type { People } from './people.ts';
import type { Window } from './window.ts';

/** A condition under which a check applies; all conditions of a check must hold. */
export type Condition =
  | { readonly kind: 'form'; readonly among: readonly string[] }
  | { readonly kind: 'kind'; readonly among: readonly string[] }
  | { readonly kind: 'level'; readonly among: readonly string[] }
  | {
      readonly kind: 'headcount';
      readonly who: People;
      readonly bounds: readonly Bound[];
      readonly orFigure?: string;
    }
  | {
      readonly kind: 'figure';
      readonly figure: string;
      readonly bounds: readonly Bound[];
      readonly validMonths?: Amount;
    }
  | {
      readonly kind: 'event';
      readonly events: readonly string[];
      readonly window: Window;
      /** true: holds when there is none. */
      readonly none: boolean;
    };
