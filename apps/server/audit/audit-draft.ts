import type { Act } from './acts.ts';

/** What happened, before it has its place in a chain. Details hold no secrets and no sensitive values. */
export interface AuditDraft {
  act: Act;
  /** 'activity/12' */
  object?: string | undefined;
  /** The chain it belongs to; 0 or none: the program's own. */
  county?: number | undefined;
  organization?: number | undefined;
  path?: string | undefined;
  details?: Record<string, unknown> | undefined;
}
