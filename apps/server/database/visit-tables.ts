import type { EntryBody, EntryKind } from '@hujian/contract';
import type { Generated } from 'kysely';
import type { Defaulted, Json, Moment, OfOrganization } from './column-types.ts';

interface OfVisit extends OfOrganization {
  id: string;
  round: number;
  session: number;
  visit: number;
  panelist: number;
  account: string;
  revealed: Defaulted<boolean>;
}

export interface VisitEntryTable extends OfVisit {
  kind: EntryKind;
  field: string;
  item: string | null;
  score: number | null;
  body: Json<EntryBody>;
  clock: number;
  device: string;
  version: number;
  made_at: Moment;
  received_at: Generated<Moment>;
  by_file: Defaulted<string | null>;
  sha256: string;
}

export interface VisitFileTable extends OfVisit {
  media: 'image/jpeg' | 'image/webp' | 'image/png';
  size: number;
  received: Defaulted<number>;
  sha256: string;
  content: Defaulted<Buffer | null>;
  received_at: Defaulted<Moment | null>;
  entered_at: Generated<Moment>;
}

export interface VisitFilePartTable extends OfOrganization {
  file: string;
  account: string;
  at: number;
  content: Buffer;
}
