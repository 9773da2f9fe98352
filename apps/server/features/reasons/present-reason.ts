import type { WarningReason } from '@hujian/contract';
import type { Selectable } from 'kysely';
import type { WarningReasonTable } from '../../database/tables.ts';

export const reasonColumns = [
  'id',
  'county',
  'organization',
  'path',
  'standard',
  'item',
  'check_id',
  'reason',
  'holds_until',
  'given_by',
  'entered_at',
] as const;
export type ReasonRow = Pick<Selectable<WarningReasonTable>, (typeof reasonColumns)[number]>;

export function presentReason(row: ReasonRow): WarningReason {
  return {
    id: row.id,
    organization: row.organization,
    standard: row.standard,
    item: row.item,
    check: row.check_id,
    reason: row.reason,
    holdsUntil: row.holds_until,
    givenBy: row.given_by,
    enteredAt: row.entered_at.toISOString(),
  };
}
