import { permissionsOf } from '../../../access/roles.ts';
import { createDoor } from '../../../database/door.ts';
import { openPool } from '../../../database/open-pool.ts';
import { runImport } from '../run-import.ts';
import { entryOf, importServices } from './small-county.ts';

/** Takes one import in a process of its own, so that a test may kill it: `node take-in-child.ts '{url, scope, id}'`. */
const { url, scope, id } = JSON.parse(process.argv[2] ?? '{}');
const pool = openPool(url);
const actor = {
  account: 'officer',
  name: 'officer',
  userName: 'officer',
  totpOn: true,
  totpRequired: false,
  assignment: null,
  role: 'county-officer' as const,
  scope,
  can: permissionsOf('county-officer'),
};
const end = await runImport(importServices, entryOf(createDoor(pool), actor), {
  county: scope.county,
  id,
  take: true,
});
console.log(end.state);
await pool.end();
