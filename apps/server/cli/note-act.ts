import type { Act } from '../audit/acts.ts';
import { createDoor } from '../database/door.ts';
import { openPool } from '../database/open-pool.ts';

/** Adds one line to the program's own audit chain: an act of whoever sits at the machine itself. */
export async function noteAct(url: string, act: Act, details: Record<string, unknown>): Promise<void> {
  const pool = openPool(url, { max: 1 });
  try {
    await createDoor(pool).asSystem('note an act of the command line', async (_trx, note) =>
      note({ act, details }),
    );
  } finally {
    await pool.end();
  }
}
