import { sql } from 'kysely';
import type { Trx } from '../../database/door.ts';
import { makeCells } from './cells.ts';
import type { Judged } from './evaluate.ts';
import { packedText } from './packed-items.ts';

/** How many organizations one statement writes: a county is one statement, a city a few, memory is bounded. */
export const standingsAtOnce = 1000;

const names = [
  'county, evaluation, organization, path, edition, revision, as_of, known_at, points, possible, full_marks, bonus',
  'met, unmet, not_applicable, not_known, warnings, blocked, items, verdicts, reached, reachable',
].join(', ');
const columns = sql.raw(names);
const selected = sql.raw(names.replace(' items,', ' packed.items::json,'));

const shape = sql.raw(
  [
    'county bigint, evaluation bigint, organization bigint, path text, edition text, revision integer, as_of date',
    'known_at timestamptz, points numeric, possible numeric, full_marks numeric, bonus numeric, met smallint',
    'unmet smallint, not_applicable smallint, not_known smallint, warnings smallint, blocked text[], nth integer',
    'verdicts text, reached double precision[], reachable double precision[]',
  ].join(', '),
);

const replaced = sql.raw(
  ['path', 'revision', 'as_of', 'known_at', 'points', 'possible', 'full_marks', 'bonus', 'met', 'unmet']
    .concat([
      'not_applicable',
      'not_known',
      'warnings',
      'blocked',
      'items',
      'verdicts',
      'reached',
      'reachable',
    ])
    .map((column) => `${column} = excluded.${column}`)
    .join(', '),
);

/** Writes standings of an evaluation (0: the current ones, which replace what stood there). */
export async function writeStandings(trx: Trx, judged: readonly Judged[], evaluation: number): Promise<void> {
  if (judged.length === 0) return;
  const rows = JSON.stringify(judged.map((one, at) => toRow(one, evaluation, at + 1)));
  // The items go beside the rows, a line for each, so that the database does not take them apart and together again.
  const items = judged.map(({ standing }) => packedText(standing)).join('\n');
  await sql`insert into standing (${columns}) select ${selected} from json_to_recordset(${rows}::json) as s (${shape})
    join unnest(string_to_array(${items}, chr(10))) with ordinality as packed (items, nth) on packed.nth = s.nth
    on conflict (county, evaluation, edition, organization) do update set ${replaced}`.execute(trx);
}

function toRow({ county, standing }: Judged, evaluation: number, nth: number): object {
  return {
    county,
    evaluation,
    organization: standing.organization,
    path: standing.path,
    edition: standing.edition,
    revision: standing.revision,
    as_of: standing.asOf,
    known_at: standing.knownAt,
    points: standing.points,
    possible: standing.possible,
    full_marks: standing.fullMarks,
    bonus: standing.bonus,
    met: standing.met,
    unmet: standing.unmet,
    not_applicable: standing.notApplicable,
    not_known: standing.notKnown,
    warnings: standing.warnings,
    blocked: standing.blocked,
    nth,
    ...makeCells(standing),
  };
}
