import type { RecordRegister } from '@hujian/contract';
import type { VocabularyEntry } from '../../api/library.ts';

/** What a form asks for. `asks` names the activity kinds' extra that makes the field appear. */
export interface Field {
  name: string;
  label: string;
  kind:
    | 'line'
    | 'text'
    | 'day'
    | 'number'
    | 'choice'
    | 'choices'
    | 'person'
    | 'people'
    | 'group'
    | 'look'
    | 'flag'
    | 'stages';
  table?: string;
  required?: boolean;
  extra?: string;
  asks?: string;
  /** Starts as ticked. */
  on?: boolean;
  wide?: boolean;
}

const activity: readonly Field[] = [
  { name: 'kind', label: '类别', kind: 'choice', table: 'activities', required: true },
  { name: 'happenedOn', label: '日期', kind: 'day', required: true },
  { name: 'title', label: '主题', kind: 'line', wide: true },
  { name: 'stages', label: '做到了哪些环节', kind: 'stages', wide: true },
  { name: 'way', label: '形式', kind: 'choice', table: 'ways', asks: 'ways' },
  { name: 'partyGroup', label: '哪个党小组', kind: 'group', asks: 'group' },
  { name: 'host', label: '主持或讲授人', kind: 'person', asks: 'host' },
  { name: 'dueCount', label: '应到人数', kind: 'number', asks: 'due' },
  { name: 'attendance', label: '参加人员', kind: 'people', asks: 'attended', wide: true },
  {
    name: 'attendedCount',
    label: '实到人数',
    kind: 'number',
    asks: 'attended',
    extra: '选了参加人员就不必填',
  },
];

const training: readonly Field[] = [
  { name: 'hours', label: '学时', kind: 'number', asks: 'hours' },
  { name: 'grade', label: '由哪一级举办', kind: 'choice', table: 'grades' },
  { name: 'concentrated', label: '集中培训', kind: 'flag' },
];

const closing: readonly Field[] = [
  { name: 'place', label: '地点', kind: 'line' },
  { name: 'tags', label: '内容标签', kind: 'choices', table: 'tags' },
  {
    name: 'complete',
    label: '记录齐全',
    kind: 'flag',
    on: true,
    extra: '有会议记录、签到等检查时要看的材料',
  },
];

export const fields: Record<RecordRegister, readonly Field[]> = {
  activities: [...activity, ...closing],
  trainings: [...activity, ...training, ...closing],
  roster: [
    { name: 'name', label: '姓名', kind: 'line', required: true },
    { name: 'sex', label: '性别', kind: 'choice', table: 'sexes' },
    { name: 'birthOn', label: '出生日期', kind: 'day' },
    { name: 'education', label: '学历', kind: 'choice', table: 'educations' },
    { name: 'identity', label: '身份证号', kind: 'line', extra: '加密保存，列表中只显示一部分' },
    { name: 'phone', label: '电话', kind: 'line', extra: '加密保存，列表中只显示一部分' },
    { name: 'joinedOn', label: '转入本单位日期', kind: 'day', required: true },
    { name: 'appliedOn', label: '申请入党日期', kind: 'day' },
    { name: 'activistOn', label: '列为积极分子日期', kind: 'day' },
    { name: 'candidateOn', label: '列为发展对象日期', kind: 'day' },
    { name: 'admittedOn', label: '接收为预备党员日期', kind: 'day' },
    { name: 'fullOn', label: '转正日期', kind: 'day' },
    { name: 'floating', label: '流动情况', kind: 'choice', table: 'floatings' },
    { name: 'floatingSince', label: '何时流动', kind: 'day' },
    { name: 'floatingKnownOn', label: '最近一次联系', kind: 'day' },
    { name: 'postDuty', label: '认领的岗位', kind: 'line' },
    { name: 'paired', label: '流动党员已结对', kind: 'flag' },
    { name: 'lostContact', label: '失去联系', kind: 'flag' },
    { name: 'exemptHours', label: '年老体弱免学时', kind: 'flag' },
    { name: 'leftOn', label: '离开日期', kind: 'day' },
    { name: 'leftWhy', label: '离开原因', kind: 'choice', table: 'leftWhys' },
  ],
  posts: [
    { name: 'person', label: '人员', kind: 'person', required: true },
    { name: 'post', label: '职务', kind: 'choice', table: 'posts', required: true },
    { name: 'heldFrom', label: '任职起', kind: 'day', required: true },
    { name: 'heldUntil', label: '免职日', kind: 'day', extra: '仍在任的不填' },
  ],
  figures: [
    { name: 'figure', label: '哪项数据', kind: 'choice', table: 'figures', required: true },
    { name: 'value', label: '数值', kind: 'number', required: true },
    { name: 'countedOn', label: '统计日期', kind: 'day', required: true, extra: '全年数记在当年12月31日' },
    { name: 'source', label: '出处', kind: 'line' },
  ],
  documents: [
    { name: 'document', label: '哪类文件', kind: 'choice', table: 'documents', required: true },
    { name: 'title', label: '文件名称', kind: 'line', required: true, wide: true },
    { name: 'number', label: '文号', kind: 'line' },
    { name: 'heldFrom', label: '生效日期', kind: 'day', required: true },
    { name: 'heldUntil', label: '失效日期', kind: 'day', extra: '长期有效的不填' },
  ],
  events: [
    { name: 'event', label: '事项', kind: 'choice', table: 'events', required: true },
    { name: 'happenedOn', label: '发生日期', kind: 'day', required: true },
    { name: 'endedOn', label: '解除日期', kind: 'day' },
    { name: 'told', label: '情况', kind: 'text', wide: true },
    { name: 'confirmedBy', label: '由哪个单位确认', kind: 'line', required: true },
    { name: 'confirmedOn', label: '确认日期', kind: 'day', required: true },
  ],
  polls: [
    { name: 'about', label: '测评对象', kind: 'choice', table: 'polls', required: true },
    { name: 'heldOn', label: '测评日期', kind: 'day', required: true },
    { name: 'slips', label: '有效票', kind: 'number', required: true },
    { name: 'satisfied', label: '满意', kind: 'number', required: true },
    { name: 'basically', label: '基本满意', kind: 'number', required: true },
    { name: 'dissatisfied', label: '不满意', kind: 'number', required: true },
  ],
  ratings: [
    { name: 'look', label: '评议内容', kind: 'look', required: true, wide: true },
    { name: 'ratedOn', label: '评议日期', kind: 'day', required: true },
    { name: 'score', label: '合议分（0—100）', kind: 'number', required: true },
    { name: 'panelists', label: '评议人数', kind: 'number', required: true },
    { name: 'source', label: '出处', kind: 'line' },
  ],
  registers: [
    { name: 'of', label: '哪本登记册', kind: 'choice', table: 'registers', required: true },
    { name: 'keptFrom', label: '从哪天起登记', kind: 'day', required: true },
    { name: 'keptUntil', label: '到哪天为止', kind: 'day', extra: '仍在登记的不填' },
  ],
};

/** Whether a field is asked for, given the kind of activity that was chosen. */
export function asked(field: Field, register: RecordRegister, kind: VocabularyEntry | undefined): boolean {
  if (register !== 'activities' && register !== 'trainings') return true;
  if (field.name === 'kind') return true;
  if (kind === undefined) return field.name === 'happenedOn';
  if (field.kind === 'stages') return kind.stages !== undefined;
  if (field.asks === 'ways') return kind.ways !== undefined;
  return field.asks === undefined || (kind.asks ?? []).includes(field.asks);
}
