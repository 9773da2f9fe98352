import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createAccount, setPassword } from '../../server/features/account/create-account.ts';
import { createServices } from '../../server/http/server.ts';

export interface Secretary {
  name: string;
  userName: string;
  password: string;
}

/** Secretaries of the first villages of a township, so that there is somebody to ask. */
export async function addSecretaries(
  databaseUrl: string,
  township: string,
  count: number,
): Promise<Secretary[]> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'hujian-people-'));
  const services = createServices({ databaseUrl, dataFolder, log: () => undefined });
  try {
    const password = `Qh-${randomUUID()}`;
    const hash = await (await services.auth.$context).password.hash(password);
    return await services.door.asSystem('secretaries for a round', async (trx) => {
      const holder = await trx
        .selectFrom('organization')
        .select('path')
        .where('name', '=', township)
        .executeTakeFirstOrThrow();
      const villages = await trx
        .selectFrom('organization')
        .select(['id', 'county', 'path', 'name'])
        .where('path', '>', holder.path)
        .where('path', '<', `${holder.path}~`)
        .where('level', '=', 'village')
        .orderBy('code')
        .limit(count)
        .execute();
      const made: Secretary[] = [];
      for (const [i, village] of villages.entries()) {
        const name = `${'甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉'.charAt(i % 20)}书记${i >= 20 ? i : ''}`;
        const userName = `shuji-${village.id}`;
        const account = await createAccount(trx, { userName, name });
        await setPassword(trx, account, hash);
        await trx
          .insertInto('assignment')
          .values({
            account,
            role: 'branch-secretary',
            county: village.county,
            organization: village.id,
            path: village.path,
            made_by: null,
            ended_at: null,
          })
          .execute();
        made.push({ name, userName, password });
      }
      return made;
    });
  } finally {
    await services.pool.end();
    rmSync(dataFolder, { recursive: true, force: true });
  }
}
