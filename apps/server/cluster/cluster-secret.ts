import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { ClusterProblem } from './cluster-problem.ts';
import type { ClusterPlace } from './place-cluster.ts';

/** Passwords of the server's superuser (used by the supervisor alone) and of the owner of our database. */
export interface ClusterSecret {
  superuser: string;
  owner: string;
}

/** Reads the passwords, or makes them before the cluster exists. They are never logged. */
export function readSecret(place: ClusterPlace): ClusterSecret {
  if (existsSync(place.secretFile)) return JSON.parse(readFileSync(place.secretFile, 'utf8'));
  if (existsSync(place.pgdata)) {
    throw new ClusterProblem(
      `数据库的密码文件 ${place.secretFile} 不见了，请从备份放回原处；没有它不能打开数据。`,
    );
  }
  const secret: ClusterSecret = { superuser: makePassword(), owner: makePassword() };
  const draft = `${place.secretFile}.new`;
  writeFileSync(draft, JSON.stringify(secret), { mode: 0o600, flush: true });
  renameSync(draft, place.secretFile);
  return secret;
}

function makePassword(): string {
  return randomBytes(24).toString('base64url');
}
