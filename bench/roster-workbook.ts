import { openWorkbook, readRows } from '@hujian/documents';
import { namePerson } from '../apps/server/demo/names.ts';
import { createRandom } from '../apps/server/demo/random.ts';
import { buildExport } from '../apps/server/features/imports/build-workbook.ts';
import { findTemplate } from '../apps/server/features/imports/templates.ts';

/** A roster of so many members of these organizations, as a branch would send it in. */
export async function buildRoster(
  codes: readonly string[],
  members: number,
  seed: number,
): Promise<Uint8Array> {
  const template = findTemplate('roster');
  const plan = template?.sheets[0];
  if (!template || !plan) throw new Error('there is no template for a roster');
  const random = createRandom(seed, 'roster');
  const rows = Array.from({ length: members }, (_, index) => {
    const sex = random.chance(0.7) ? ('male' as const) : ('female' as const);
    const born = random.whole(1955, 1985);
    const row: Record<string, string> = {
      organization: codes[index % codes.length] ?? '',
      // The number keeps the names apart, so that every row is a person of its own.
      name: `${namePerson(random, sex)}${String.fromCodePoint(0x4e00 + (index % 5000))}`,
      sex: sex === 'male' ? '男' : '女',
      birth_on: `${born}-${two(random.whole(1, 12))}-${two(random.whole(1, 28))}`,
      education: '高中',
      admitted_on: `${born + 25}-07-01`,
      full_on: `${born + 26}-07-01`,
    };
    return plan.columns.map(({ key }) => row[key] ?? null);
  });
  return buildExport(template, [{ plan, rows }]);
}

/** Reads every cell of the first sheet, and nothing more. */
export async function parseRoster(bytes: Uint8Array): Promise<number> {
  const book = await openWorkbook(bytes);
  const [sheet] = book.sheets;
  if (!sheet) throw new Error('the workbook has no sheet');
  let rows = 0;
  for await (const some of readRows(book, sheet)) rows += some.length;
  return rows;
}

const two = (number: number): string => String(number).padStart(2, '0');
