import type { Pool } from 'pg';
import type { Auth } from '../access/auth.ts';
import type { Sealed } from '../access/sealed.ts';
import type { Door } from '../database/door.ts';
import type { VocabularyFile } from '../features/library/read-standards.ts';
import type { Jobs } from '../jobs/jobs.ts';

/** What the features are handed: made once at the start, no module keeps state of its own. */
export interface Services {
  door: Door;
  pool: Pool;
  auth: Auth;
  sealed: Sealed;
  jobs: Jobs;
  /** The codes that rules and records share. */
  vocabulary: VocabularyFile;
  dataFolder: string;
  demo: boolean;
  version: string;
  /** The clock; a test may set it. */
  now(): Date;
  /** A line of the program's own log; never secrets, never personal data. */
  log(message: string): void;
}

/** Today's day in China, 'YYYY-MM-DD'. */
export const dayOf = (moment: Date): string => chineseDay.format(moment);

const chineseDay = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' });
