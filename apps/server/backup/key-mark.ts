import { createHmac } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { openSecretKey } from '../access/open-secret-key.ts';

/** Tells whether two installations have the same key for sensitive columns, without telling the key; null: none yet. */
export function findKeyMark(dataFolder: string): string | null {
  if (!process.env.HUJIAN_KEY && !existsSync(join(dataFolder, 'secret.key'))) return null;
  return createHmac('sha256', openSecretKey(dataFolder)).update('hujian backup').digest('hex').slice(0, 16);
}
