import type { Me } from '@hujian/contract';
import { words } from './words.ts';

export interface Entry {
  label: string;
  to: string;
  /** It stands for its own page alone, not for those below it. */
  exact?: boolean;
}

export interface Group {
  label: string;
  entries: Entry[];
}

const branchLevels = new Set(['village', 'group']);

/** What the server says this actor may do, as a menu; nothing else is shown. */
export function menuOf(me: Me): Group[] {
  const may = new Set(me.can);
  const scope = me.scope;
  const branch = scope !== null && branchLevels.has(scope.level);
  const own = scope === null ? '' : `/organizations/${scope.id}`;
  const when = (condition: boolean, entry: Entry): Entry[] => (condition ? [entry] : []);
  const groups: Group[] = [
    {
      label: words.groups.daily,
      entries: [
        { label: '首页', to: '/', exact: true },
        ...when(may.has('organization.read') && !branch, { label: '党组织', to: '/organizations' }),
        ...when(branch && (may.has('record.read') || may.has('organization.read')), {
          label: '本支部情况',
          to: own,
          exact: true,
        }),
        ...when(branch && may.has('record.read'), { label: '日常记录', to: `${own}/records/activities` }),
      ],
    },
    {
      label: words.groups.judge,
      entries: [
        ...when(branch && may.has('standing.read'), { label: '对标现状', to: `${own}/standing` }),
        ...when(scope !== null && !branch && may.has('standing.read'), {
          label: '对标比较',
          to: '/comparison',
        }),
        ...when(may.has('library.read'), { label: '标准库', to: '/library' }),
      ],
    },
    {
      label: words.groups.rounds,
      entries: [
        ...when(may.has('round.read'), { label: '活动轮次', to: '/rounds' }),
        ...when(may.has('round.read') && !branch, { label: '观摩覆盖', to: '/rounds/coverage' }),
        ...when(may.has('round.read') && !branch, { label: '分类管理', to: '/rounds/classes' }),
        ...when(may.has('round.read') && !branch, { label: '分包联系', to: '/rounds/liaisons' }),
        ...when(may.has('result.approve'), { label: '待审定结果', to: '/results/waiting' }),
        ...when(may.has('round.manage'), { label: '群众测评', to: '/ballots' }),
        ...when(may.has('basis.manage'), { label: '排名依据', to: '/rounds/bases' }),
      ],
    },
    { label: words.groups.data, entries: when(may.has('import'), { label: '批量导入', to: '/imports' }) },
    {
      label: words.groups.manage,
      entries: [
        ...when(may.has('account.read'), { label: '账号', to: '/administration/accounts' }),
        ...when(may.has('role.manage'), { label: '授权', to: '/administration/assignments' }),
        ...when(may.has('audit.read'), { label: '审计', to: '/administration/audit' }),
      ],
    },
  ];
  return groups.filter((group) => group.entries.length > 0);
}

/** Where somebody is: of the entries whose page this is, or lies below, the nearest. */
export function findCurrent(groups: readonly Group[], path: string): string | undefined {
  return groups
    .flatMap(({ entries }) => entries)
    .filter(({ to, exact }) => path === to || (!exact && path.startsWith(`${to}/`)))
    .map(({ to }) => to)
    .sort((a, b) => b.length - a.length)[0];
}
