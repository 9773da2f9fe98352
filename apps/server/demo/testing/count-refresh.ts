import { createDoor } from '../../database/door.ts';
import { openPool } from '../../database/open-pool.ts';
import { refreshStandings } from '../../features/standings/refresh-standings.ts';

/** How many statements go to the database while the standings below a path are computed and written. */
export async function countRefresh(
  { databaseUrl, county, today }: { databaseUrl: string; county: number; today: string },
  of: { scopePath: string; edition?: string; units?: number[] },
): Promise<{ statements: number; evaluations: number; organizations: number }> {
  const pool = openPool(databaseUrl, { max: 1 });
  let statements = 0;
  let evaluations = 0;
  pool.on('connect', (client) => {
    const query = client.query.bind(client) as (...args: unknown[]) => unknown;
    Object.assign(client, {
      query: (...args: unknown[]) => {
        statements += 1;
        const [said] = args;
        const text = typeof said === 'string' ? said : ((said as { text?: string } | undefined)?.text ?? '');
        if (/\bkept_fact\b/.test(text)) evaluations += 1;
        return query(...args);
      },
    });
  });
  try {
    const { organizations } = await createDoor(pool).asSystem('a test counts statements', (trx) =>
      refreshStandings(trx, { county, ...of }, today),
    );
    return { statements, evaluations, organizations };
  } finally {
    await pool.end();
  }
}
