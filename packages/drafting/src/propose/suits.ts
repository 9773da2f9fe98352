import type { DraftMovement } from '@hujian/reader';
import { bigramsOf, sharedBigrams } from './alike.ts';
import type { Lexicon } from './lexicon.ts';
import type { Making } from './making.ts';
import { missingUnit } from './missing-unit.ts';

const NAMED = 6;
const NOUN = 4;
const FITS = 1;
/** What every deduction says: it tells nothing apart. */
const COMMON =
  /不少|少于|每少|少一|少1|1次|一次|每年|每月|每季|季度|至少|低于|不低|达到|以上|开展|召开|建立|党员|没有|不足|记录|工作|活动|组织|党组|支部|情况|超过|有1|1项|1名|1人/g;
export const PAPER =
  /制度|计划|方案|台账|台帐|名册|清单|总结|小结|办法|规划|预案|后备库|人才库|档案|公约|章程|责任书/;

/** How well a deduction suits a check, placed or not: its name, the words they share, the unit. 0: not at all. */
export function suits(movement: DraftMovement, making: Making, lexicon: Lexicon): number {
  const { check, found } = making;
  const measure = String(check?.measure ?? found?.measure);
  if (movement.per === 'judgement' || measure === 'on-site' || !fits(movement, making, measure)) return 0;
  const about = movement.for;
  if (/组建|成立/.test(about) && measure === 'activities') return 0;
  const names = check ? namesOf(check, lexicon) : [];
  const named = names.some((name) => about.includes(name)) ? NAMED : 0;
  const noun = PAPER.exec(about)?.[0];
  const paper = noun && measure === 'document' && making.words.includes(noun) ? NOUN : 0;
  const own = `${making.words}　${said(making)}　${names.join('　')}`;
  const shared = sharedBigrams(bigramsOf(about.replace(COMMON, '　')), bigramsOf(own));
  const hours = measure === 'hours' && /学时|课时|小时/.test(saysUnit(movement)) ? NAMED : 0;
  return named + paper + hours + 2 * shared + (movement.per === 'each' ? FITS : 0);
}

const saysUnit = ({ unit, for: about }: DraftMovement): string => `${unit ?? ''}${about}`;

/** Whether the measure counts what the movement counts, and the same answer of a poll. */
function fits(movement: DraftMovement, { check, found }: Making, measure: string): boolean {
  const answer = check?.answer ?? (found?.measure === 'poll' ? found.answer : undefined);
  if (measure === 'poll' && /满意/.test(movement.for))
    if (/不满意/.test(movement.for) !== (answer === 'dissatisfied')) return false;
  if (movement.per !== 'each') return true;
  if (measure === 'activities' && movement.unit === 'person' && check?.activity !== 'admission') return false;
  if (measure === 'hours' && /学时|课时|小时/.test(saysUnit(movement))) return true;
  return (
    missingUnit(measure, movement) !== null ||
    (movement.unit === 'year-of-age' && /岁/.test(found?.words ?? ''))
  );
}

/** What a deduction may call the thing by that a check counts. */
function namesOf(check: Record<string, unknown>, lexicon: Lexicon): readonly string[] {
  const listed = (list: Lexicon[keyof Lexicon], codes: unknown): string[] =>
    [codes].flat().flatMap((code) => [...(list.find((one) => one.code === code)?.names ?? [])]);
  return [
    ...listed(lexicon.activities, check.activity),
    ...listed(lexicon.documents, check.documents ?? check.document),
    ...listed(lexicon.figures, check.figure),
    ...(check.measure === 'poll' ? ['满意'] : []),
    ...(check.activities ? ['参加率', '到会率', '到场率', '出席率', '参会率'] : []),
  ];
}

const PEOPLE: Readonly<Record<string, string>> = {
  'reserve-cadre': '后备干部',
  secretary: '书记',
  'committee-member-part-time': '兼职委员',
  'committee-member-high-school': '学历占比',
  'cadre-high-school': '学历占比',
  'grid-worker-full-time': '网格员',
};

function said({ found }: Making): string {
  if (!found) return '';
  if (found.measure === 'share') return `${found.who}　${PEOPLE[found.who] ?? ''}`;
  if (found.measure === 'figure') return found.figure;
  return found.measure === 'headcount' ? (PEOPLE[found.who] ?? '') : '';
}
