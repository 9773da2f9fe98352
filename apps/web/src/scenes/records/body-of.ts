import type { RecordRegister, RecordView } from '@hujian/contract';
import type { Body } from '../../api/records.ts';
import type { Field } from './fields.ts';
import { fields } from './fields.ts';

export type Filled = Record<string, unknown>;

function given(field: Field, value: unknown): unknown {
  if (value === undefined || value === null || value === '') return undefined;
  if (field.kind === 'people' && Array.isArray(value)) {
    return value.length === 0 ? undefined : value.map((person: number) => ({ person }));
  }
  if (field.kind === 'line' && typeof value === 'string')
    return value.trim() === '' ? undefined : value.trim();
  return value;
}

/** The body of the register's contract out of the form; what was left empty is left out. */
export function bodyOf(filled: Filled, shown: readonly Field[]): Body {
  const body: Body = {};
  for (const field of shown) {
    const value = given(field, filled[field.name]);
    if (value !== undefined) body[field.name] = value;
  }
  if (Array.isArray(body.attendance) && body.attendedCount === undefined) {
    body.attendedCount = body.attendance.length;
  }
  return body;
}

/** A record as the form shows it, for correcting. */
export function filledOf(
  register: RecordRegister,
  record: RecordView,
  attendance: readonly number[],
): Filled {
  const source = record as unknown as Filled;
  const filled: Filled = {};
  for (const field of fields[register]) {
    const value = source[field.name];
    const held = value !== null && typeof value === 'object' && 'id' in value ? value.id : value;
    if (held !== undefined && held !== null) filled[field.name] = held;
  }
  if (attendance.length > 0) filled.attendance = [...attendance];
  return filled;
}
