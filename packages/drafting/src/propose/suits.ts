import type { DraftMovement } from '@hujian/reader';
import { bigramsOf, sharedBigrams } from './alike.ts';
import type { Lexicon } from './lexicon.ts';
import type { Making } from './making.ts';
import { missingUnit } from './missing-unit.ts';

const NAMED = 6;
const FITS = 2;
/** Pairs that every deduction has: they tell nothing apart. */
const COMMON =
  /不少|少于|每少|少一|少1|1次|一次|每年|每月|每季|季度|至少|低于|不低|达到|以上|开展|召开|建立|制度|党员|没有|不足|记录|工作|活动|组织|党组|支部|情况/g;

/** How well a deduction suits a check: its name, the words they share, the unit. 0 where it cannot be held against it. */
export function suits(movement: DraftMovement, making: Making, lexicon: Lexicon): number {
  const { check } = making;
  if (!check || movement.per === 'judgement') return 0;
  const measure = String(check.measure);
  const unit = movement.per === 'each' ? missingUnit(measure, movement) : null;
  const hours = measure === 'hours' && /学时|课时|小时/.test(`${movement.unit ?? ''}${movement.for}`);
  if (movement.per === 'each' && !unit && !hours) return 0;
  const about = movement.for;
  if (measure === 'poll' && /不满意/.test(about) !== (check.answer === 'dissatisfied') && /满意/.test(about))
    return 0;
  if (measure === 'on-site' && movement.per === 'each') return 0;
  const named = namesOf(check, lexicon).some((name) => about.includes(name)) ? NAMED : 0;
  const grams = bigramsOf(about.replace(COMMON, '　'));
  const own = `${making.words}${said(making)}${namesOf(check, lexicon).join('　')}`;
  const shared = sharedBigrams(grams, bigramsOf(own));
  return named + 2 * shared + (hours ? NAMED : 0) + (unit ? FITS : 0);
}

/** Codes in a check whose Chinese names a deduction may call it by. */
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

function said({ found }: Making): string {
  if (!found) return '';
  const parts: (string | undefined)[] =
    found.measure === 'share' ? [found.who] : found.measure === 'figure' ? [found.figure] : [];
  const people: Readonly<Record<string, string>> = {
    'reserve-cadre': '后备干部',
    secretary: '书记',
    'committee-member-part-time': '兼职委员',
    'committee-member-high-school': '学历占比',
    'cadre-high-school': '学历占比',
  };
  if (found.measure === 'headcount' || found.measure === 'share') parts.push(people[found.who]);
  return parts.filter(Boolean).join('　').replaceAll('other:', '');
}
