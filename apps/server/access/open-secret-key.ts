import { randomBytes } from 'node:crypto';
import { chmodSync, linkSync, mkdirSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The installation's key of 32 bytes: HUJIAN_KEY (64 hexadecimal digits or base64), else `secret.key` in the data
 * folder, made on the first run and readable by its owner only. Without it sealed values can never be read again.
 */
export function openSecretKey(dataFolder: string, given = process.env.HUJIAN_KEY): Buffer {
  if (given) return requireKey(given, '环境变量 HUJIAN_KEY');
  const file = join(dataFolder, 'secret.key');
  mkdirSync(dataFolder, { recursive: true });
  const found = readKey(file);
  if (found) return found;
  // Written aside and linked into place: two programs that start at once end up with the same key.
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, `${randomBytes(32).toString('hex')}\n`, { mode: 0o600, flag: 'wx' });
  chmodSync(draft, 0o600);
  try {
    linkSync(draft, file);
  } catch (thrown) {
    if (!(thrown instanceof Error && 'code' in thrown && thrown.code === 'EEXIST')) throw thrown;
  } finally {
    unlinkSync(draft);
  }
  const made = readKey(file);
  if (!made) throw new Error(`无法读取刚写入的密钥文件 ${file}，请检查数据目录的权限。`);
  return made;
}

function readKey(file: string): Buffer | undefined {
  try {
    return requireKey(readFileSync(file, 'utf8').trim(), `密钥文件 ${file}`);
  } catch (thrown) {
    if (thrown instanceof Error && 'code' in thrown && thrown.code === 'ENOENT') return undefined;
    throw thrown;
  }
}

function requireKey(text: string, where: string): Buffer {
  const key = /^[0-9a-f]{64}$/i.test(text) ? Buffer.from(text, 'hex') : Buffer.from(text, 'base64');
  if (key.length === 32) return key;
  throw new Error(`${where}的内容不对：应为64位十六进制数（32字节）。请恢复原来的密钥，切勿另造。`);
}
