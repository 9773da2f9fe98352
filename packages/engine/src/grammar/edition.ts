import type { Basis } from './basis.ts';
import type { Item } from './item.ts';
import type { Parameter } from './parameter.ts';

export const FORMS = ['committee', 'general-branch', 'branch', 'group', 'office'] as const;
export const KINDS = ['agency', 'rural', 'community', 'soe', 'private', 'school'] as const;
export const LEVELS = ['province', 'city', 'county', 'township', 'village', 'group'] as const;
export const STANDARD_LEVELS = ['basic', 'demonstration', 'scoring-sheet'] as const;
export type Form = (typeof FORMS)[number];
export type Kind = (typeof KINDS)[number];
export type Level = (typeof LEVELS)[number];

/** Which organizations are judged at all; empty lists do not narrow. */
export interface AppliesTo {
  readonly kinds: readonly Kind[];
  readonly levels: readonly Level[];
  readonly forms: readonly Form[];
}

export interface Chapter {
  readonly number: string;
  readonly title: string;
  readonly items: readonly Item[];
}

/** A standard as it stood from a date; plain frozen data, so it can be kept as JSON. */
export interface Edition {
  /** `<standard>/<label>` */
  readonly id: string;
  readonly standard: string;
  readonly label: string;
  readonly title: string;
  readonly kind: Kind;
  readonly level: (typeof STANDARD_LEVELS)[number];
  readonly inForce: string;
  readonly basis: readonly Basis[];
  readonly follows?: string;
  /** The standard that must be met first: basic before demonstration. */
  readonly presumes?: string;
  readonly note?: string;
  readonly appliesTo: AppliesTo;
  readonly fullMarks: number;
  readonly parameters: Readonly<Record<string, Parameter>>;
  readonly chapters: readonly Chapter[];
}

export const itemsOf = (edition: Edition): readonly Item[] => edition.chapters.flatMap((c) => c.items);
