import type { Level, Role } from '@hujian/contract';
import type { Permission } from './roles.ts';

/** The organization whose subtree the actor works in. */
export interface Scope {
  id: number;
  county: number;
  path: string;
  name: string;
  level: Level;
}

/** A signed-in person under one assignment; `role` and `scope` are null without any assignment. */
export interface Actor {
  account: string;
  name: string;
  userName: string;
  totpOn: boolean;
  totpRequired: boolean;
  assignment: number | null;
  role: Role | null;
  scope: Scope | null;
  can: ReadonlySet<Permission>;
}
