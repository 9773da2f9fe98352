import { numberText } from '../sentence/words.ts';
import { titleOf, type Vocabulary } from '../vocabulary/vocabulary.ts';
import type { TracedRow } from './trace.ts';
import type { TraceNote, TraceRow } from './trace-row.ts';

const NOTES: Record<Exclude<TraceNote, 'hours'>, string> = {
  'attribute-unknown': '出生日期、学历或性别没有登记，不能确定',
  whole: '只计入分母',
  part: '计入分子',
  'same-kind': '与已计的一次同类',
  'other-day': '不在固定的日子',
  compared: '用来比较',
  predecessor: '前身单位的事项',
};

export function presentRow(row: TraceRow, vocabulary: Vocabulary): TracedRow {
  const notes = [noteText(row), row.late ? '事后补录' : null].filter((n) => n !== null);
  return {
    table: row.table,
    id: row.id,
    day: row.day,
    title: titleText(row, vocabulary),
    counts: row.counts,
    ...(notes.length > 0 ? { note: notes.join('；') } : {}),
  };
}

function noteText({ note, amount, counts }: TraceRow): string | null {
  if (note === null) return null;
  if (note === 'hours') return `${numberText(amount ?? 0)}学时${counts ? '' : '，没有达到'}`;
  return NOTES[note];
}

function titleText(row: TraceRow, vocabulary: Vocabulary): string {
  const own = row.title?.trim() ? row.title.trim() : null;
  switch (row.table) {
    case 'activity': {
      const kind = titleOf(vocabulary.activities, row.kind ?? '');
      return own && own !== kind ? `${kind}：${own}` : kind;
    }
    case 'person':
      return own ?? '名册以外的人员';
    case 'figure': {
      const unit = vocabulary.figures[row.kind ?? '']?.unit ?? '';
      const value =
        unit === '是否' ? (row.amount === 0 ? '否' : '是') : `${numberText(row.amount ?? 0)}${unit}`;
      return `${titleOf(vocabulary.figures, row.kind ?? '')} ${value}`;
    }
    case 'document':
      return own ?? titleOf(vocabulary.documents, row.kind ?? '');
    case 'event':
      return titleOf(vocabulary.events, row.kind ?? '');
    case 'poll':
      return `“${titleOf(vocabulary.polls, row.kind ?? '')}”测评，收回${numberText(row.amount ?? 0)}票`;
    case 'rating':
      return `现场评议，合议${numberText(row.amount ?? 0)}分`;
  }
}
