import type { EntryBody } from '@hujian/contract';
import type { Said } from '../sheet/said.ts';
import type { KeepState } from './store.ts';

export interface PhotoMeta {
  id: string;
  visit: number;
  media: 'image/jpeg';
  size: number;
  sha256: string;
  /** A small picture as a data address, kept when the bytes are gone. */
  thumb: string;
}

export interface KeptPhoto extends PhotoMeta {
  state: KeepState;
}

/** Everything that the screens show, as it lies in the store. */
export interface Kept {
  said: Said[];
  photos: Map<string, KeptPhoto>;
  pads: Map<string, unknown>;
  /** The reserve for ratings is used up: the phone is full. */
  tight: boolean;
}

export interface NewEntry {
  visit: number;
  field: string;
  item: string | null;
  body: EntryBody;
  version: number;
}
