import type { Work } from '@hujian/drafting';
import type { Block, SourceNote } from '@hujian/reader';
import type { Generated } from 'kysely';
import type { Day, Defaulted, Json, Moment, OfOrganization } from './column-types.ts';

export interface DraftFileTable extends OfOrganization {
  id: Generated<number>;
  file_name: string;
  format: 'docx' | 'xlsx' | 'text' | 'yaml';
  sha256: string;
  size: number;
  content: Buffer | null;
  blocks: Json<Block[]>;
  notes: Json<SourceNote[]>;
  entered_by: string;
  entered_at: Generated<Moment>;
}

/** For the list; the work itself is not read for it. */
export interface DraftCounts {
  kind: Work['kind'];
  level: Work['level'];
  chapters: number;
  items: number;
  left: number;
  proposals: Record<'proposed' | 'accepted' | 'changed' | 'on-site' | 'dropped', number>;
}

export interface DraftTable extends OfOrganization {
  id: Generated<number>;
  file: number;
  title: string;
  work: Json<Work>;
  counts: Json<DraftCounts>;
  version: Defaulted<number>;
  state: Defaulted<'open' | 'published' | 'dropped'>;
  edition: string | null;
  entered_by: string;
  entered_at: Generated<Moment>;
  changed_at: Defaulted<Moment>;
}

export interface DraftRehearsalTable extends OfOrganization {
  id: Generated<number>;
  draft: number;
  version: number;
  place: number;
  place_path: string;
  days: Day[];
  state: 'running' | 'done' | 'failed';
  done: Defaulted<number>;
  total: number;
  message: string | null;
  result: Json<unknown> | null;
  entered_by: string;
  entered_at: Generated<Moment>;
}

export interface LocalTermTable extends OfOrganization {
  id: Generated<number>;
  chinese: string;
  meaning: string;
  codes: Defaulted<string>;
  basis: Json<unknown> | null;
  entered_by: string;
  entered_at: Generated<Moment>;
  withdrawn_at: Moment | null;
}
