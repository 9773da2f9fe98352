import { migrate } from '../database/migrate.ts';
import { loadLibrary } from '../features/library/load-library.ts';
import { createServices } from '../http/server.ts';
import type { Services } from '../http/services.ts';
import type { CommandContext } from './command.ts';

/** The program's parts for one command: database at this program's version, editions loaded, no web server. */
export async function withServices<Answer>(
  context: CommandContext,
  work: (services: Services) => Promise<Answer>,
): Promise<Answer> {
  const { url, dataFolder } = await context.openDatabase();
  await migrate(url, { log: context.say });
  const services = createServices({ databaseUrl: url, dataFolder, log: context.say });
  try {
    await loadLibrary(services);
    return await work(services);
  } finally {
    await services.pool.end();
  }
}
