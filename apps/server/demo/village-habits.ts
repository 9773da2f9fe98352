import { type Habit, halfYearly, quarterly } from './habit.ts';

const kinds = ['rural'] as const;

/** What only a village does: decisions, notices, visits, and what it does for its people. */
export const villageHabits: readonly Habit[] = [
  {
    kind: 'village-decision',
    months: [2, 4, 6, 9, 11],
    titles: ['硬化通组道路', '流转土地办合作社', '修缮饮水管网', '集体资产出租', '公益岗位安排'],
    audience: 'nobody',
    rate: 1,
    kinds,
    tags: ['vital-interests', 'collective-economy'],
  },
  {
    kind: 'representatives-meeting',
    months: [3, 6, 9, 11],
    titles: ['村民代表会议'],
    audience: 'nobody',
    rate: 1,
    kinds,
  },
  {
    kind: 'affairs-notice',
    months: [3, 6, 9, 12],
    titles: ['公开党务村务财务'],
    audience: 'nobody',
    rate: 1,
    ways: ['board', 'meeting'],
    kinds,
  },
  {
    kind: 'household-visit',
    months: halfYearly,
    titles: ['包户走访'],
    audience: 'nobody',
    rate: 1,
    ways: ['door-to-door', 'telephone'],
    kinds,
  },
  {
    kind: 'three-sheet-task',
    months: quarterly,
    titles: ['重点任务交办'],
    audience: 'nobody',
    rate: 1,
    kinds,
  },
  {
    kind: 'proxy-service',
    months: quarterly,
    titles: ['代办群众事项'],
    audience: 'nobody',
    rate: 1,
    kinds,
  },
  {
    kind: 'reception',
    months: quarterly,
    titles: ['定点接待群众'],
    audience: 'nobody',
    rate: 1,
    host: 'secretary',
    kinds,
  },
  { kind: 'culture', months: quarterly, titles: ['群众文体活动'], audience: 'nobody', rate: 1, kinds },
  { kind: 'mediation', months: [3, 8], titles: ['调解邻里矛盾'], audience: 'nobody', rate: 1, kinds },
  { kind: 'pairing-help', months: [4, 9], titles: ['结对村互学'], audience: 'nobody', rate: 1, kinds },
  {
    kind: 'return-poverty-check',
    months: quarterly,
    titles: ['防返贫集中排查'],
    audience: 'nobody',
    rate: 1,
    kinds,
  },
];
