import { readFileSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { ClusterProblem } from './cluster-problem.ts';

/** The user under whom PostgreSQL runs; `lent` when root hands the work to somebody else. */
export interface ServerAccount {
  name: string;
  uid: number;
  gid: number;
  lent: boolean;
}

/** Ourselves, or for root (whom PostgreSQL refuses) the first of HUJIAN_DB_USER, hujian, postgres, nobody that exists. */
export function chooseAccount(existingFolder?: string): ServerAccount {
  const uid = process.getuid?.() ?? -1;
  const gid = process.getgid?.() ?? -1;
  if (uid !== 0) return { name: String(uid), uid, gid, lent: false };
  const users = readUsers();
  const owner = existingFolder ? findOwner(existingFolder) : undefined;
  const wanted = process.env.HUJIAN_DB_USER;
  const named = ['hujian', 'postgres', 'nobody'].map((name) => users.find((user) => user.name === name));
  const chosen = wanted
    ? users.find((user) => user.name === wanted)
    : named.find((user) => user !== undefined);
  if (wanted && !chosen)
    throw new ClusterProblem(`HUJIAN_DB_USER 指定的用户 ${wanted} 不存在，请换一个现有的普通用户。`);
  // A folder that exists keeps its owner: PostgreSQL refuses a folder of somebody else.
  const kept =
    owner !== undefined && owner !== 0 ? (users.find((user) => user.uid === owner) ?? chosen) : chosen;
  if (!kept || kept.uid === 0) {
    throw new ClusterProblem(
      'root 不能直接运行数据库，也没有找到可借用的普通用户；请建立用户 hujian，或用 HUJIAN_DB_USER 指定一个。',
    );
  }
  return { ...kept, lent: true };
}

function readUsers(): Omit<ServerAccount, 'lent'>[] {
  return readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .filter((fields) => fields.length > 4)
    .map((fields) => ({ name: fields[0] ?? '', uid: Number(fields[2]), gid: Number(fields[3]) }));
}

function findOwner(path: string): number | undefined {
  try {
    return statSync(path).uid;
  } catch {
    return undefined;
  }
}

/** Whether the account may walk down to this folder (every folder above it lets the account through). */
export function canReach(account: ServerAccount, folder: string): boolean {
  if (!account.lent) return true;
  for (let path = resolve(folder); ; path = dirname(path)) {
    if (!maySearch(account, path)) return false;
    if (path === dirname(path)) return true;
  }
}

function maySearch(account: ServerAccount, folder: string): boolean {
  try {
    const stat = statSync(folder);
    const shift = stat.uid === account.uid ? 6 : stat.gid === account.gid ? 3 : 0;
    return ((stat.mode >> shift) & 1) === 1;
  } catch {
    // What does not exist yet is made by us, with a mode that lets the account through.
    return true;
  }
}
