import type { Level } from '@hujian/contract';
import type { Actor } from '../access/actor.ts';
import { permissionsOf } from '../access/roles.ts';
import type { CommandPlace } from './find-place.ts';

/** Whoever sits at the machine itself, working in the subtree that the command names; the audit trail says so. */
export const commandAccount = 'command-line';

export function commandActor({ id, county, path, name, level }: CommandPlace): Actor {
  return {
    account: commandAccount,
    name: '命令行',
    userName: commandAccount,
    totpOn: true,
    totpRequired: false,
    assignment: null,
    role: 'county-officer',
    scope: { id, county, path, name, level: level as Level },
    can: permissionsOf('county-officer'),
  };
}
