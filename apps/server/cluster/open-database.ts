import { resolve } from 'node:path';
import { prepareExternalDatabase } from './external-database.ts';
import { type Cluster, startCluster } from './start-cluster.ts';

/** A database to work with. The url holds a password: hand it on, never log it. */
export interface OpenDatabase {
  url: string;
  dataFolder: string;
  /** The private server's cluster, or null when DATABASE_URL names another server. */
  cluster: Cluster | null;
  close(): Promise<void>;
}

/** The folder of everything that this installation keeps: HUJIAN_DATA or ./data. */
export function getDataFolder(): string {
  return resolve(process.env.HUJIAN_DATA || 'data');
}

/**
 * The database of this installation: the server named by DATABASE_URL, else the private one.
 * `exclusive` is for the one long-running program of a folder; commands share a running server.
 */
export async function openDatabase(
  options: { exclusive?: boolean; log?: (message: string) => void } = {},
): Promise<OpenDatabase> {
  const dataFolder = getDataFolder();
  const url = process.env.DATABASE_URL;
  if (url) {
    await prepareExternalDatabase(url);
    return { url, dataFolder, cluster: null, close: async () => undefined };
  }
  const log = options.log ?? ((message) => console.error(message));
  const cluster = await startCluster({ dataFolder, log, shared: !options.exclusive });
  return { url: cluster.url, dataFolder, cluster, close: () => cluster.stop() };
}
