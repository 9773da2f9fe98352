import type { Measured, Why } from '../measure/measured.ts';

const WHY_TEXT: Record<Why, string> = {
  condition: '适用条件不成立，这一检查对本组织不适用',
  'condition-not-known': '适用条件缺少数据，不能确定是否适用',
  'nothing-due': '本组织成立不久，还没有到应当考核的时间',
  'no-subject': '没有党小组（或班子成员），这一检查不适用',
  empty: '分母为零，没有可以相比的对象',
  'no-term': '没有换届选举记录，不知道本届任期从哪天起',
  register: '有关登记册在这段时间还没有建账，缺数据不等于没有做',
  'no-row': '还没有登记这项数据',
  'few-slips': '测评票数不足10张，不作结论',
};

/** Why a check does not apply or is not known; null when it is decided. */
export function whyText(measured: Measured): string | null {
  if (measured.applies && measured.known === 'yes') return null;
  return measured.why ? WHY_TEXT[measured.why] : null;
}
