import { sql } from 'kysely';
import type { Trx } from '../../database/door.ts';

/**
 * Counts what the program asked of an organization this month: fields that people filled in, files they uploaded.
 * Rows out of an imported workbook were kept anyway and are not asked again: they count as one upload.
 */
export async function countBurden(
  trx: Trx,
  place: { county: number; id: number; path: string },
  today: string,
  asked: { fields?: number; uploads?: number },
): Promise<void> {
  const month = `${today.slice(0, 7)}-01`;
  await trx
    .insertInto('burden_count')
    .values({
      county: place.county,
      organization: place.id,
      path: place.path,
      month,
      fields: asked.fields ?? 0,
      uploads: asked.uploads ?? 0,
    })
    .onConflict((conflict) =>
      conflict.columns(['county', 'organization', 'month']).doUpdateSet({
        fields: sql`burden_count.fields + excluded.fields`,
        uploads: sql`burden_count.uploads + excluded.uploads`,
        path: sql`excluded.path`,
      }),
    )
    .execute();
}
