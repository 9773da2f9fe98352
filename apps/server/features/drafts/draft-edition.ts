import {
  type AssembleOptions,
  assemble,
  type Header,
  type ReadableEdition,
  readableEdition,
} from '@hujian/drafting';
import type { ParseError, Vocabulary } from '@hujian/engine';
import type { Trx } from '../../database/door.ts';
import { problems } from '../../http/problem.ts';
import type { DraftRecord } from './drafts.ts';
import { suggestHeader } from './suggest-header.ts';

/** The header that an unpublished draft is shown and rehearsed with. */
export async function headerOf(trx: Trx, row: DraftRecord, today: string): Promise<Header> {
  const { follows, ...header } = await suggestHeader(trx, row, today);
  return { ...header, ...(follows ? { follows } : {}) };
}

export const sourceOf = (row: DraftRecord, header: Header, undecided: AssembleOptions['undecided']) =>
  assemble(row.work, header, { undecided });

/** The engine's errors for an officer, who never saw the file's keys. */
export const sayErrors = (errors: readonly ParseError[]) =>
  errors.map(({ item, path, message }) => ({ item, path, message: message.replaceAll('fullMarks', '满分') }));

/** The draft as an edition, with what nobody has decided yet taken as proposed; throws when it cannot be read at all. */
export function readDraftEdition(
  row: DraftRecord,
  header: Header,
  vocabulary: Vocabulary,
  evenPoints?: number,
): ReadableEdition & { edition: NonNullable<ReadableEdition['edition']> } {
  const read = readableEdition(row.work, header, vocabulary, {
    undecided: 'accept',
    ...(evenPoints === undefined ? {} : { evenPoints }),
  });
  const { edition } = read;
  if (!edition) {
    const issues = read.errors.slice(0, 20).map(({ path, message }) => ({ path, message }));
    throw problems.unprocessable(
      `草案还有${read.errors.length}处错误，请先改正：${issues[0]?.message ?? ''}`,
      issues,
    );
  }
  return { ...read, edition };
}
