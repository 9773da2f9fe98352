export const MISSING_UNITS = [
  'occurrence',
  'person',
  'item',
  'household',
  'percentage-point',
  'year-of-age',
  'day',
] as const;
export type MissingUnit = (typeof MISSING_UNITS)[number];

/** How the points of a check move. */
export type Moves =
  | { readonly way: 'all-or-nothing'; readonly points?: number }
  | {
      readonly way: 'each';
      readonly off: number;
      readonly unit: MissingUnit;
      /** Missing units taken together; a started step counts whole. */
      readonly step: number;
      readonly points?: number;
    }
  | { readonly way: 'proportion'; readonly points?: number }
  | { readonly way: 'bonus'; readonly each: number; readonly unit: MissingUnit; readonly cap: number }
  | { readonly way: 'veto'; readonly effect: 'item' | 'naming' };
