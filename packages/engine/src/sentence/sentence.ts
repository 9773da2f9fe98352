import type { Check, Counted, FigureTest, Only, ShareCheck } from '../grammar/check.ts';
import type { Condition } from '../grammar/when.ts';
import { amountOf, holdBounds, type Values } from '../parameters/values.ts';
import { titleOf, type Vocabulary } from '../vocabulary/vocabulary.ts';
import { boundsText, unitOfCheck } from './bound-text.ts';
import { peopleText, postsText } from './people-text.ts';
import { windowText } from './window-text.ts';
import { BOUND_TEXT, numberText, percentText } from './words.ts';

const quoted = (titles: readonly string[]): string => titles.map((t) => `“${t}”`).join('或');

/** One check in one Chinese sentence, with the numbers in force. */
export function sentence(check: Check, values: Values, vocabulary: Vocabulary): string {
  const scope = check.when.map((c) => conditionText(c, values, vocabulary));
  const prefix = scope.length === 0 ? '' : `${scope.join('、且')}时，`;
  const suffix =
    check.strictness === 'normally'
      ? '（一般要求：不足时提醒，说明理由即可）'
      : check.strictness === 'encouraged'
        ? '（提倡：不减分）'
        : '';
  return `${prefix}${coreText(check, values, vocabulary)}${suffix}。`;
}

function coreText(check: Check, values: Values, vocabulary: Vocabulary): string {
  switch (check.measure) {
    case 'activities': {
      const each =
        check.each === 'group' ? '每个党小组' : check.each === 'committee-member' ? '每名班子成员主持' : '';
      const kinds = check.distinct
        ? { way: '不同形式', title: '不同内容', theme: '不同主题' }[check.distinct]
        : '';
      const bounds = boundsText(holdBounds(check.bounds, values), unitOfCheck(check, vocabulary));
      return `${windowText(check.window, values)}${each}${countedText(check, values, vocabulary)}${kinds}${bounds}`;
    }
    case 'hours': {
      const reach = amountOf(check.reach, values);
      const all = reach === 1 ? '每一名' : `不少于（含）${percentText(reach)}的`;
      const filters = filterText(check.only, values, vocabulary);
      const kinds = check.only.activities
        ? `，只计${quoted(check.only.activities.map((a) => titleOf(vocabulary.activities, a)))}`
        : '';
      return `每年，${all}${peopleText(check.who, values, vocabulary)}，培训学时${boundsText(holdBounds(check.bounds, values), '学时')}${filters}${kinds}`;
    }
    case 'headcount': {
      const window = check.who.window ? windowText(check.who.window, values) : '';
      return `${window}${peopleText(check.who, values, vocabulary)}${boundsText(holdBounds(check.bounds, values), '名')}`;
    }
    case 'share':
      return shareText(check, values, vocabulary);
    case 'figure':
      return check.anyOf.map((t) => figureText(t, values, vocabulary)).join('，或者');
    case 'document': {
      const titles = check.documents.map((d) => `“${titleOf(vocabulary.documents, d)}”`).join('、');
      return check.of === 'year' ? `每年有${titles}` : `考核当日有效的文件里有${titles}`;
    }
    case 'on-site':
      return `现场评议“${check.look}”，${validText(check.validMonths, values)}最近一次的评分${boundsText(holdBounds(check.bounds, values), '分')}`;
    case 'poll': {
      const answer =
        check.answer === 'dissatisfied' ? '不满意' : check.withBasically ? '满意和基本满意' : '满意';
      const about = titleOf(vocabulary.polls, check.about);
      return `${validText(check.validMonths, values)}最近一次“${about}”的测评里，${answer}的比例${boundsText(holdBounds(check.bounds, values), 'ratio')}`;
    }
    case 'event': {
      const events = quoted(check.events.map((e) => titleOf(vocabulary.events, e)));
      const bounds = holdBounds(check.bounds, values);
      const [only] = bounds;
      const none = bounds.length === 1 && only?.word === 'atMost' && only.value === 0;
      const window = windowText(check.window, values);
      return none ? `${window}没有${events}` : `${window}${events}${boundsText(bounds, '件')}`;
    }
  }
}

const validText = (months: Parameters<typeof amountOf>[0], values: Values): string =>
  `${numberText(amountOf(months, values))}个月内`;

/** “支部党员大会”（只计县级以上举办、集中举办的） */
export function countedText(counted: Counted, values: Values, vocabulary: Vocabulary): string {
  const titles = quoted(counted.activities.map((a) => titleOf(vocabulary.activities, a)));
  return titles + filterText(counted.only, values, vocabulary);
}

function filterText(only: Only, values: Values, vocabulary: Vocabulary): string {
  const parts: string[] = [];
  if (only.theme) parts.push(`主题是“${only.theme}”`);
  if (only.tag) parts.push(`标有“${titleOf(vocabulary.tags, only.tag)}”`);
  if (only.stages) parts.push(`依次有${only.stages.map((s) => titleOf(vocabulary.stages, s)).join('、')}`);
  if (only.grade) parts.push(`${vocabulary.grades[only.grade].title}以上（含）举办`);
  if (only.concentrated !== undefined) parts.push(only.concentrated ? '集中举办' : '不是集中举办');
  if (only.months) parts.push(`在${only.months.join('、')}月`);
  if (only.fixedDay !== undefined) {
    parts.push(only.fixedDay === 0 ? '在每月固定的那一天' : `离每月固定的那一天不超过${only.fixedDay}天`);
  }
  if (only.complete !== undefined) parts.push(only.complete ? '记录完整' : '记录不完整');
  if (only.minAttendance !== undefined) {
    parts.push(`到会率不少于（含）${percentText(amountOf(only.minAttendance, values))}`);
  }
  if (only.host) parts.push(`由${postsText([only.host.post], vocabulary)}主持或主讲`);
  if (only.attendedBy) parts.push(`${postsText([only.attendedBy.post], vocabulary)}参加`);
  return parts.length === 0 ? '' : `（只计${parts.join('、')}的）`;
}

function shareText(check: ShareCheck, values: Values, vocabulary: Vocabulary): string {
  const bounds = boundsText(holdBounds(check.bounds, values), 'ratio');
  const { of } = check;
  switch (of.kind) {
    case 'people': {
      const window = of.among.window ? windowText(of.among.window, values) : '';
      const [part, whole] = [of.who, of.among].map((p) => peopleText(p, values, vocabulary));
      return `${window}${part}与${whole}之比${bounds}`;
    }
    case 'figures':
      return `${titleOf(vocabulary.figures, of.part)}与${titleOf(vocabulary.figures, of.whole)}之比${bounds}`;
    case 'activities': {
      const [part, whole] = [of.part, of.whole].map((c) => countedText(c, values, vocabulary));
      return `${windowText(of.window, values)}${part}与${whole}之比${bounds}`;
    }
  }
}

function figureText(test: FigureTest, values: Values, vocabulary: Vocabulary): string {
  const title = titleOf(vocabulary.figures, test.figure);
  const unit = vocabulary.figures[test.figure]?.unit ?? '';
  const when = test.years
    ? `最近${test.years}年每年的`
    : test.validMonths === undefined
      ? ''
      : `${validText(test.validMonths, values)}登记的`;
  if (!test.compare) return `${when}${title}${boundsText(holdBounds(test.bounds, values), unit)}`;
  const { word, of, yearsAgo, figure } = test.compare;
  const ago = yearsAgo === 0 ? '' : yearsAgo === 1 ? '上年同期的' : `${yearsAgo}年前的`;
  const owner = of === 'self' ? '本单位' : '上级';
  return `${when}${title}${BOUND_TEXT[word]}${owner}${ago}${titleOf(vocabulary.figures, figure)}`;
}

const FORM_TEXT: Readonly<Record<string, string>> = {
  committee: '党委',
  'general-branch': '党总支',
  branch: '党支部',
  group: '党小组',
  office: '工作机构',
};
const KIND_TEXT: Readonly<Record<string, string>> = {
  agency: '机关事业单位',
  rural: '农村',
  community: '社区',
  soe: '国有企业',
  private: '非公企业和社会组织',
  school: '中小学校',
};
const LEVEL_TEXT: Readonly<Record<string, string>> = {
  province: '省',
  city: '市',
  county: '县',
  township: '乡镇',
  village: '村（社区）',
  group: '小组',
};

/** 设党总支、党员超过（不含）50名 */
export function conditionText(condition: Condition, values: Values, vocabulary: Vocabulary): string {
  const among = (codes: readonly string[], words: Readonly<Record<string, string>>): string =>
    codes.map((c) => words[c] ?? c).join('或');
  switch (condition.kind) {
    case 'form':
      return `设${among(condition.among, FORM_TEXT)}`;
    case 'kind':
      return `属于${among(condition.among, KIND_TEXT)}`;
    case 'level':
      return `属于${among(condition.among, LEVEL_TEXT)}一级`;
    case 'headcount':
      return (
        peopleText(condition.who, values, vocabulary) + boundsText(holdBounds(condition.bounds, values), '名')
      );
    case 'figure': {
      const unit = vocabulary.figures[condition.figure]?.unit ?? '';
      return (
        titleOf(vocabulary.figures, condition.figure) + boundsText(holdBounds(condition.bounds, values), unit)
      );
    }
    case 'event': {
      const events = quoted(condition.events.map((e) => titleOf(vocabulary.events, e)));
      return `${windowText(condition.window, values)}${condition.none ? '没有' : '有'}${events}`;
    }
  }
}
