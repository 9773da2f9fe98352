import type { Role } from '@hujian/contract';

/** Every permission there is: a route names one of them, a role holds some of them. */
export const permissions = [
  'account.read',
  'account.manage',
  'role.manage',
  'system.read',
  'backup',
  'audit.read',
  'organization.read',
  'organization.manage',
  'record.read',
  'record.write',
  'event.confirm',
  'standing.read',
  'evaluate',
  'evaluation.save',
  'report',
  'library.read',
  'adoption.manage',
  'draft.manage',
  'parameter.tighten',
  'import',
  'export',
  'sensitive.view',
  'round.read',
  'round.manage',
  'round.rate',
  'result.approve',
  'basis.manage',
] as const;
export type Permission = (typeof permissions)[number];

interface RoleRule {
  title: string;
  can: readonly Permission[];
  /** The three administrators hold no organization and see no business data. */
  administrator?: true;
  totp?: true;
  /** Levels of organization that the role may be given over. */
  levels?: readonly string[];
}

const look: readonly Permission[] = ['organization.read', 'library.read'];
const read: readonly Permission[] = [...look, 'record.read', 'standing.read', 'report', 'round.read'];
/** Holds rounds, rates in those of others, and accepts what those below have computed. */
const rounds: readonly Permission[] = ['round.manage', 'round.rate', 'result.approve'];

/** Who may do what: the whole of it on one screen. */
export const roles: Record<Role, RoleRule> = {
  'system-admin': {
    title: '系统管理员',
    can: ['account.read', 'account.manage', 'system.read', 'backup'],
    administrator: true,
    totp: true,
  },
  'security-admin': {
    title: '安全管理员',
    can: ['account.read', 'role.manage'],
    administrator: true,
    totp: true,
  },
  'audit-admin': { title: '审计管理员', can: ['audit.read'], administrator: true, totp: true },
  'city-officer': {
    title: '市级组织部门',
    can: [...read, 'evaluate', 'draft.manage', 'round.rate', 'result.approve', 'basis.manage'],
    levels: ['province', 'city'],
  },
  'county-officer': {
    title: '县级组织部门',
    can: [
      ...read,
      'organization.manage',
      'record.write',
      'event.confirm',
      'import',
      'export',
      'evaluate',
      'evaluation.save',
      'adoption.manage',
      'draft.manage',
      'parameter.tighten',
      'sensitive.view',
      ...rounds,
      'basis.manage',
    ],
    totp: true,
    levels: ['county'],
  },
  'township-officer': {
    title: '乡镇（街道）党务干部',
    can: [
      ...read,
      'record.write',
      'import',
      'export',
      'evaluate',
      'evaluation.save',
      'parameter.tighten',
      'sensitive.view',
      ...rounds,
    ],
    levels: ['township'],
  },
  'committee-officer': {
    title: '机关企事业单位党委干部',
    can: [
      ...read,
      'record.write',
      'import',
      'export',
      'evaluate',
      'evaluation.save',
      'sensitive.view',
      'round.manage',
      'round.rate',
    ],
  },
  liaison: { title: '分包联系人', can: [...read, 'round.rate'] },
  'branch-secretary': {
    title: '支部书记',
    can: [
      ...look,
      'record.read',
      'record.write',
      'import',
      'standing.read',
      'export',
      'sensitive.view',
      'round.read',
      'round.rate',
    ],
  },
  panelist: { title: '观摩评议人员', can: [...look, 'standing.read', 'round.read', 'round.rate'] },
  auditor: { title: '监督检查人员', can: [...read, 'audit.read'] },
  member: { title: '党员', can: ['standing.read', 'library.read'] },
};

/** What a role holds, as a set. */
export const permissionsOf = (role: Role): ReadonlySet<Permission> => new Set(roles[role].can);

export const isRole = (name: string): name is Role => Object.hasOwn(roles, name);
