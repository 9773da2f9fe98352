import { randomInt } from 'node:crypto';
import type { Role } from '@hujian/contract';
import { roles } from '../access/roles.ts';
import { createAccount, setPassword } from '../features/account/create-account.ts';
import type { Services } from '../http/services.ts';
import { makeCode } from './totp.ts';
import type { Place, Tree } from './tree.ts';

/** One account for each role; the password is drawn anew each time and told once. */
export interface DemoAccount {
  role: Role;
  title: string;
  userName: string;
  name: string;
  password: string;
  organization: string | null;
  /** The address that an authenticator app reads, for roles that require a second factor. */
  totp: string | null;
}

interface Wanted {
  role: Role;
  userName: string;
  name: string;
  place: (tree: Tree) => Place | null;
}

const village = (tree: Tree): Place | null =>
  tree.branches.find(({ trait }) => trait === 'model')?.place ?? null;

const wanted: Wanted[] = [
  { role: 'system-admin', userName: 'xitong', name: '演示系统管理员', place: () => null },
  { role: 'security-admin', userName: 'anquan', name: '演示安全管理员', place: () => null },
  { role: 'audit-admin', userName: 'shenji', name: '演示审计管理员', place: () => null },
  { role: 'city-officer', userName: 'shiji', name: '演示市级干部', place: ({ city }) => city },
  { role: 'county-officer', userName: 'xianji', name: '演示县级干部', place: ({ county }) => county },
  {
    role: 'township-officer',
    userName: 'xiangzhen',
    name: '演示乡镇干部',
    place: ({ townships }) => townships[0] ?? null,
  },
  {
    role: 'committee-officer',
    userName: 'jiguan',
    name: '演示机关工委干部',
    place: ({ agencies }) => agencies,
  },
  { role: 'liaison', userName: 'lianxi', name: '演示联系人', place: ({ townships }) => townships[1] ?? null },
  { role: 'branch-secretary', userName: 'shuji', name: '演示村书记', place: village },
  { role: 'panelist', userName: 'pingyi', name: '演示评议人', place: ({ county }) => county },
  { role: 'auditor', userName: 'jiandu', name: '演示监督员', place: ({ county }) => county },
  { role: 'member', userName: 'dangyuan', name: '演示党员', place: village },
];

export async function createDemoAccounts(services: Services, tree: Tree): Promise<DemoAccount[]> {
  const made: DemoAccount[] = [];
  for (const one of wanted) {
    const account = await createOne(services, one, tree);
    made.push(roles[one.role].totp ? { ...account, totp: await enrol(services, account) } : account);
  }
  return made;
}

async function createOne(
  services: Services,
  { role, userName, name, place }: Wanted,
  tree: Tree,
): Promise<DemoAccount> {
  const password = drawPassword();
  const hash = await (await services.auth.$context).password.hash(password);
  const over = place(tree);
  await services.door.asSystem('demo accounts', async (trx, note) => {
    const account = await createAccount(trx, { userName, name });
    await setPassword(trx, account, hash);
    await trx
      .insertInto('assignment')
      .values({
        account,
        role,
        county: over ? (over.level === 'city' ? over.id : tree.county.id) : 0,
        organization: over?.id ?? null,
        path: over?.path ?? '',
        made_by: null,
        ended_at: null,
      })
      .execute();
    note({ act: 'account.create', object: `account/${account}`, details: { userName, role, demo: true } });
  });
  return {
    role,
    title: roles[role].title,
    userName,
    name,
    password,
    organization: over?.name ?? null,
    totp: null,
  };
}

/** Switches the second factor on the way a person would, so that the demo can be entered at once. */
async function enrol(services: Services, { userName, password }: DemoAccount): Promise<string> {
  const { api } = services.auth;
  const signedIn = await api.signInUsername({ body: { username: userName, password }, returnHeaders: true });
  const headers = new Headers({ cookie: readCookies(signedIn.headers) });
  const enabled = await api.enableTwoFactor({ body: { password }, headers });
  if (!('totpURI' in enabled)) throw new Error('the second factor gave no address for an authenticator');
  await api.verifyTOTP({ body: { code: makeCode(enabled.totpURI, services.now()) }, headers });
  return enabled.totpURI;
}

function readCookies(headers: Headers): string {
  return headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');
}

/** 'Kf7m-Qw9t-Zr4x': easy to copy from a screen, about 60 bits. */
function drawPassword(): string {
  const kinds = [
    'ABCDEFGHJKLMNPQRSTUVWXYZ',
    'abcdefghjkmnpqrstuvwxyz',
    '23456789',
    'abcdefghjkmnpqrstuvwxyz',
  ];
  const draw = (table: string) => table[randomInt(table.length)] ?? '';
  return [1, 2, 3].map(() => kinds.map(draw).join('')).join('-');
}
