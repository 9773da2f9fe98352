import { sql } from 'kysely';
import type { Scope } from '../../access/actor.ts';
import type { Trx } from '../../database/door.ts';

export interface BookedOrganization {
  id: number;
  path: string;
  parent: number | null;
  code: string;
  name: string;
  form: string;
  kind: string | null;
  level: string;
  unit: number | null;
  closed: boolean;
}

export type Found = { organization: BookedOrganization } | { message: string };

/** The organizations of the actor's subtree, by code and by name. What lies outside is simply not there. */
export class OrganizationBook {
  private readonly byCode = new Map<string, BookedOrganization>();
  private readonly byName = new Map<string, BookedOrganization[]>();
  /** What was asked before: a file names few organizations many times. */
  private readonly asked = new Map<string, Found>();
  private readonly byId = new Map<number, BookedOrganization>();

  constructor(organizations: Iterable<BookedOrganization>) {
    for (const one of organizations) this.add(one);
  }

  add(organization: BookedOrganization): void {
    this.asked.clear();
    this.byCode.set(plain(organization.code), organization);
    this.byId.set(organization.id, organization);
    const name = plain(organization.name);
    const same = this.byName.get(name);
    if (same) same.push(organization);
    else this.byName.set(name, [organization]);
  }

  get(id: number): BookedOrganization | undefined {
    return this.byId.get(id);
  }

  findByCode(code: string): BookedOrganization | undefined {
    return this.byCode.get(plain(code));
  }

  find(text: string): Found {
    const before = this.asked.get(text);
    if (before) return before;
    const found = this.look(text);
    if (this.asked.size < 10_000) this.asked.set(text, found);
    return found;
  }

  private look(text: string): Found {
    const key = plain(text);
    const byCode = this.byCode.get(key);
    if (byCode) return { organization: byCode };
    const named = this.byName.get(key) ?? [];
    const open = named.filter(({ closed }) => !closed);
    const candidates = open.length > 0 ? open : named;
    const [only] = candidates;
    if (candidates.length > 1)
      return { message: `有 ${candidates.length} 个组织叫“${short(text)}”，请改填组织代码` };
    return only ? { organization: only } : { message: `没有找到组织“${short(text)}”，请核对代码或全称` };
  }

  findGroup(organization: BookedOrganization, text: string): Found {
    const key = plain(text);
    const group = [...(this.byName.get(key) ?? []), this.byCode.get(key)].find(
      (one) => one?.form === 'group' && (one.parent === organization.id || one.unit === organization.id),
    );
    return group
      ? { organization: group }
      : { message: `“${short(organization.name)}”下没有党小组“${short(text)}”，请核对` };
  }
}

const plain = (text: string): string => text.normalize('NFKC').replace(/\s/g, '').toLowerCase();
const short = (text: string): string => (text.length > 30 ? `${text.slice(0, 30)}…` : text);

/** Reads the subtree; the actor's own county only. */
export async function openOrganizationBook(trx: Trx, scope: Scope): Promise<OrganizationBook> {
  const rows = await trx
    .selectFrom('organization')
    .select(['id', 'path', 'parent', 'code', 'name', 'form', 'kind', 'level', 'unit', 'closed_on'])
    .where('path', '>=', scope.path)
    .where('path', '<', sql<string>`${scope.path} || '~'`)
    .where('county', '=', scope.county)
    .orderBy('path')
    .execute();
  return new OrganizationBook(rows.map(({ closed_on, ...row }) => ({ ...row, closed: closed_on !== null })));
}
