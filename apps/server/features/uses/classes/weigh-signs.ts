import type { ClassProposal } from '@hujian/contract';
import { addMonths, type Check } from '@hujian/engine';
import { fewestSlips } from '@hujian/panel';
import type { UnitStanding } from '../read-shortfalls.ts';
import { brief, dayWord, money, percent } from '../words.ts';
import type { Signs } from './read-signs.ts';

export type Indicator = ClassProposal['indicators'][number];

const life = new Set([
  'general-meeting',
  'committee-meeting',
  'group-meeting',
  'party-lecture',
  'theme-day',
  'organisation-life-meeting',
  'democratic-appraisal',
]);

const isTerm = (check: Check): boolean =>
  check.measure === 'activities' && check.activities.includes('re-election');
const isLife = (check: Check): boolean =>
  check.measure === 'activities' && check.activities.some((activity) => life.has(activity));
const isTeam = (check: Check): boolean =>
  check.measure === 'headcount' && check.strictness === 'must' && check.who.post.includes('committee');
const isIncome = (check: Check): boolean =>
  check.measure === 'figure' && check.anyOf.some(({ figure }) => figure === 'collective-income');

/** Events that are signs by themselves, however few others there are. */
const graveEvents: Record<string, string> = {
  'clan-or-evil-forces': '存在宗派或黑恶势力干扰',
  'village-bully': '存在村霸问题',
  'team-disunity': '班子不团结',
  'organisations-disobedient': '其他组织不服从党组织领导',
  'mass-petition': '近12个月发生群体性上访',
  'cadre-violation': '近12个月有班子成员违纪违法',
};

interface Told {
  organization: number;
  signs: Signs;
  standing: UnitStanding | undefined;
  today: string;
  /** In the last band of a ranked result with more than one. */
  lastBand: string | null;
  rural: boolean;
}

/** The signs of weakness that the records bear out, each with what it rests on; and those that they cannot know. */
export function weighSigns(told: Told): Indicator[] {
  const found = [
    vacant(told),
    unmet(told, { code: 'term', test: isTerm, words: '没有按期换届' }),
    unmet(told, { code: 'life', test: isLife, words: '组织生活制度没有落实', least: 2 }),
    unmet(told, { code: 'team', test: isTeam, words: '班子配备不齐' }),
    admission(told),
    ...(told.rural ? [income(told)] : []),
    told.lastBand ? yes(told, 'last-band', `本轮评议结果列末档（${told.lastBand}档）`) : undefined,
    satisfaction(told),
    ...told.signs.events.flatMap((event) => {
      const words = graveEvents[event];
      return words ? [yes(told, `event-${event}`, words)] : [];
    }),
  ];
  return found.filter((one): one is Indicator => one !== undefined);
}

/** What no record can tell: a person looks into it before deciding. */
export const openQuestions: readonly Indicator[] = [
  { code: 'secretary-fit', text: '书记能否胜任，须由上级党组织考察', state: 'open', link: null },
  {
    code: 'power',
    text: '村务是否由党组织主导、有无宗族宗教势力干扰，须走访了解',
    state: 'open',
    link: null,
  },
  { code: 'petition', text: '信访、政法、纪检等部门联审意见，须征求后填写', state: 'open', link: null },
];

const yes = ({ organization }: Told, code: string, text: string, item: string | null = null): Indicator => ({
  code,
  text,
  state: 'yes',
  link: { organization, item },
});

const open = ({ organization }: Told, code: string, text: string): Indicator => ({
  code,
  text,
  state: 'open',
  link: { organization, item: null },
});

/** More than three months: a post that fell vacant exactly three months ago is not yet one. */
function vacant(told: Told): Indicator | undefined {
  const { signs, today } = told;
  if (signs.posts_from === null)
    return open(told, 'secretary', '书记是否空缺：任职名册没有建账，记录不能判断');
  if (signs.has_secretary) return undefined;
  const since = signs.secretary_left ?? signs.posts_from;
  if (since >= addMonths(today, -3)) return undefined;
  return yes(told, 'secretary', `书记自${dayWord(since)}起空缺，已超过3个月`);
}

/** `least`: a single lapse of organisation life is a gap to fill, not yet a system that is not carried out. */
function unmet(
  told: Told,
  {
    code,
    test,
    words,
    least = 1,
  }: { code: string; test: (check: Check) => boolean; words: string; least?: number },
): Indicator | undefined {
  if (!told.standing) return open(told, code, `${words}：没有考评结果，记录不能判断`);
  const failed = told.standing.unmet.flatMap(({ item, title, checks }) =>
    checks.filter(({ check }) => test(check)).map((one) => ({ ...one, item, title })),
  );
  const [first] = failed;
  if (!first || failed.length < least) return undefined;
  const short = failed.map((one) => brief(one.short ?? one.check.title, 40)).join('；');
  return yes(told, code, `${words}（${first.title}：${brief(short, 100)}）`, first.item);
}

/** Two years running: known only where the roster has been kept that long. */
function admission(told: Told): Indicator | undefined {
  const { signs, today } = told;
  const since = addMonths(today, -24);
  if (signs.admitted !== null && signs.admitted > since) return undefined;
  if (signs.roster_from === null || signs.roster_from > since)
    return open(told, 'admission', '是否连续2年没有发展党员：党员名册建账不满2年，记录不能判断');
  return yes(
    told,
    'admission',
    signs.admitted
      ? `自${dayWord(signs.admitted)}后没有发展党员，已满2年`
      : '名册上没有发展党员的记录，已满2年',
  );
}

function income(told: Told): Indicator | undefined {
  const { signs } = told;
  if (signs.income === null) return open(told, 'income', '集体经济收入：近2年没有填报，记录不能判断');
  if (signs.income <= 0) return yes(told, 'income', '没有集体经济收入');
  const low = told.standing?.unmet.find(({ checks }) => checks.some(({ check }) => isIncome(check)));
  if (!low) return undefined;
  return yes(told, 'income', `集体经济收入薄弱（${money(signs.income)}元）`, low.item);
}

/** Below 60 %; sixty itself is not below. Too few slips say nothing. */
function satisfaction(told: Told): Indicator | undefined {
  const { slips, satisfied, polled_on: on } = told.signs;
  if (slips === null || satisfied === null || on === null || slips < fewestSlips)
    return open(told, 'poll', `群众满意度：近12个月没有${fewestSlips}票以上的测评，记录不能判断`);
  if (satisfied * 10 >= slips * 6) return undefined;
  return yes(told, 'poll', `群众满意度${percent(satisfied / slips)}，低于60%（${dayWord(on)}测评）`);
}

/** One of these by itself is enough to look into. */
export const isGrave = ({ code, state }: Indicator): boolean =>
  state === 'yes' && (code === 'secretary' || code === 'poll' || code.startsWith('event-'));
