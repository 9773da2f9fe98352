import type { Draft } from '@hujian/contract';
import type { Work } from '@hujian/drafting';
import type { Trx } from '../../database/door.ts';
import type { DraftRecord } from './drafts.ts';

type Header = Draft['header'];

/** What the publishing form begins with: what the file says of itself, else what the draft's kind and level call for. */
export async function suggestHeader(trx: Trx, row: DraftRecord, today: string): Promise<Header> {
  const said = readSaid(row.work.header, row.organization);
  const standard = said.standard ?? nameStandard(row.work);
  return {
    standard,
    label: said.label ?? today.slice(0, 4),
    inForce: said.inForce ?? today,
    basis: said.basis ?? [{ document: row.work.title || row.file_name }],
    follows: said.follows ?? (await findLatest(trx, standard)),
  };
}

const nameStandard = ({ kind, level }: Work): string =>
  `${kind ?? 'rural'}-${level === 'scoring-sheet' ? 'scoring' : level}`;

/** The edition of the standard that began last, of those that are seen here. */
async function findLatest(trx: Trx, standard: string): Promise<string | null> {
  const found = await trx
    .selectFrom('edition')
    .select('id')
    .where('standard', '=', standard)
    .orderBy('in_force_from', 'desc')
    .orderBy('revision', 'desc')
    .limit(1)
    .executeTakeFirst();
  return found?.id ?? null;
}

/** An edition's own file names itself; a label that this place gave before comes without the place's number. */
function readSaid(header: Work['header'], organization: number): Partial<Header> {
  const text = (key: string): string | undefined => {
    const value = header?.[key];
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  const label = text('label')?.replace(new RegExp(`-${organization}$`), '');
  const basis = header?.basis;
  return Object.fromEntries(
    Object.entries({
      standard: text('standard'),
      label,
      inForce: text('inForce'),
      follows: text('follows'),
      basis: Array.isArray(basis) && basis.length > 0 ? basis : undefined,
    }).filter(([, value]) => value !== undefined),
  );
}
