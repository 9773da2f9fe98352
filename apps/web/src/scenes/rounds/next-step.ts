import type { RoundFull } from '@hujian/contract';

export interface Step {
  text: string;
  done: boolean;
  tab: 'plan' | 'units' | 'panelists' | 'visits' | 'sessions' | 'result';
}

/** What is still missing, in the order in which people do it. `panelists`: how many there are; null: not known yet. */
export function stepsOf(round: RoundFull, panelists: number | null): Step[] {
  if (round.state === 'draft') return stepsOfDraft(round, panelists);
  if (round.state === 'published') {
    const left = round.visits - round.held;
    return [
      {
        text: left > 0 ? `还有${left}个点没有观摩（共${round.visits}个）` : '各点都已观摩',
        done: left === 0 && round.visits > 0,
        tab: 'visits',
      },
      { text: '晚上开评议会，表交齐后关闭会议；都关闭后结束本轮', done: false, tab: 'sessions' },
    ];
  }
  if (round.state === 'closed') {
    return [
      {
        text: round.result === null ? '可以合成结果、报上级审定' : '结果已在办理',
        done: round.result === 'published',
        tab: 'result',
      },
    ];
  }
  return [];
}

function stepsOfDraft(round: RoundFull, panelists: number | null): Step[] {
  const empty = Object.values(round.parts).filter((text) => text.trim() === '').length;
  return [
    {
      text: empty === 0 ? '六部分方案都写了' : `方案六部分还有${empty}部分没写`,
      done: empty === 0,
      tab: 'plan',
    },
    {
      text: round.chosen === 0 ? chooseFirst(round) : `选定${round.chosen}个观摩对象`,
      done: round.chosen > 0,
      tab: 'units',
    },
    {
      text: peopleOf(panelists, round.setting.perVisit),
      done: (panelists ?? 0) >= round.setting.perVisit,
      tab: 'panelists',
    },
    {
      text: round.visits === 0 ? '还没有编排日程' : visitsOf(round),
      done: round.visits === round.chosen && round.visits > 0,
      tab: 'visits',
    },
  ];
}

const chooseFirst = (round: RoundFull): string =>
  round.setting.choice === 'draw' ? '还没有抽签确定观摩对象' : '还没有选定观摩对象';

function peopleOf(panelists: number | null, perVisit: number): string {
  if (panelists === null) return '观摩人员';
  return panelists < perVisit
    ? `观摩人员${panelists}人，每个点要${perVisit}人，还不够`
    : `观摩人员${panelists}人`;
}

function visitsOf({ visits, chosen }: RoundFull): string {
  if (visits < chosen) return `日程排了${visits}个点，还有${chosen - visits}个没排上`;
  if (visits > chosen) return `日程排了${visits}个点，只选定${chosen}个，请重新编排`;
  return `日程已排${visits}个点`;
}
