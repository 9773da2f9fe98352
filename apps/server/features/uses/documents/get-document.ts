import {
  type DocumentFull,
  type DocumentKind,
  type DocumentRow,
  type DocumentWords,
  documentKind,
} from '@hujian/contract';
import type { Actor } from '../../../access/actor.ts';
import { findAccountNames } from '../../../access/find-account-names.ts';
import type { Trx } from '../../../database/door.ts';
import type { Context } from '../../../http/route.ts';
import { isManager, type RoundRecord } from '../../rounds/rounds.ts';
import { readFacts } from '../facts.ts';
import { readStage, type Stage } from '../stage.ts';
import { getUseRound } from '../use-round.ts';
import type { DocTable, Drafted } from './drafted.ts';
import { kindRule } from './kinds.ts';

type OnKind = Context<{ round: number; kind: DocumentKind }, unknown, unknown>;

const selectSaved = (trx: Trx, round: RoundRecord) =>
  trx
    .selectFrom('round_document')
    .selectAll()
    .where('county', '=', round.county)
    .where('round', '=', round.id);
type Saved = Awaited<ReturnType<ReturnType<typeof selectSaved>['execute']>>[number];

/** GET /rounds/:round/documents */
export async function listDocuments({
  trx,
  actor,
  params,
}: Context<{ round: number }, unknown, unknown>): Promise<{ rows: DocumentRow[] }> {
  const round = await getUseRound(trx, actor, params.round);
  const stage = await readStage(trx, round);
  const saved = await selectSaved(trx, round).execute();
  const whoIs = await findAccountNames(
    trx,
    saved.map((row) => row.entered_by),
  );
  const byKind = new Map(saved.map((row) => [row.kind, row]));
  return {
    rows: documentKind.options.map((kind) => presentRow(kind, { stage, saved: byKind.get(kind), whoIs })),
  };
}

function presentRow(
  kind: DocumentKind,
  { stage, saved, whoIs }: { stage: Stage; saved: Saved | undefined; whoIs: (account: string) => string },
): DocumentRow {
  const rule = kindRule(kind);
  return {
    kind,
    title: rule.title,
    purpose: rule.purpose,
    waitsFor: rule.waitsFor(stage),
    changedAt: saved?.changed_at.toISOString() ?? null,
    changedBy: saved ? whoIs(saved.entered_by) : null,
    files: ['docx', 'xlsx'],
  };
}

export interface OpenDocument {
  round: RoundRecord;
  row: DocumentRow;
  /** As it is to be read: a person's words, else the draft. */
  words: DocumentWords;
  drafted: Drafted;
  version: number;
}

/** A document with the tables made from the numbers of this moment. */
export async function openDocument({ trx, actor, params, today }: OnKind): Promise<OpenDocument> {
  const round = await getUseRound(trx, actor, params.round);
  const stage = await readStage(trx, round);
  const saved = await selectSaved(trx, round).where('kind', '=', params.kind).executeTakeFirst();
  const whoIs = await findAccountNames(trx, saved ? [saved.entered_by] : []);
  const drafted = await kindRule(params.kind).draft(await readFacts(trx, round, today), trx);
  return {
    round,
    row: presentRow(params.kind, { stage, saved, whoIs }),
    words: saved?.words ?? drafted.words,
    drafted,
    version: saved?.version ?? 0,
  };
}

/** GET /rounds/:round/documents/:kind */
export async function getDocument(context: OnKind): Promise<DocumentFull> {
  return presentDocument(await openDocument(context), context.actor);
}

function presentDocument({ round, row, words, drafted, version }: OpenDocument, actor: Actor): DocumentFull {
  return {
    ...row,
    words,
    drafted: drafted.words,
    tables: Object.fromEntries(
      Object.entries(drafted.tables).map(([key, table]) => [key, presentTable(table)]),
    ),
    version,
    can: isManager(actor, round) ? ['document.save'] : [],
  };
}

const presentTable = ({ title, columns, rows }: DocTable): DocumentFull['tables'][string] => ({
  title,
  columns: columns.map((column) => column.title),
  rows: rows.map((row) => [...row]),
});
