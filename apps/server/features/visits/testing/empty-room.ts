import type { RoundRoom } from '../../rounds/testing/round-room.ts';

/** The room as before the first visit: making another one for each test costs a sign-in of everybody in it. */
export async function emptyRoom({ server, round, county }: RoundRoom): Promise<void> {
  await server.services.door.asSystem('a test begins anew', async (trx) => {
    for (const table of ['visit_entry', 'visit_file', 'visit_file_part', 'rating'] as const)
      await trx.deleteFrom(table).where('county', '=', county.county).execute();
    await trx
      .updateTable('round_session')
      .set({ state: 'open', closed_at: null, closed_by: null, minutes: '' })
      .where('round', '=', round)
      .execute();
    await trx.updateTable('visit').set({ state: 'planned' }).where('round', '=', round).execute();
    await trx.updateTable('round_panelist').set({ withdrawn_at: null }).where('round', '=', round).execute();
  });
}

/** One of a list that a test knows to be there. */
export function pick<Thing>(things: readonly Thing[], at: number): Thing {
  const thing = things[at];
  if (thing === undefined) throw new Error(`there is no ${at} in the list`);
  return thing;
}
