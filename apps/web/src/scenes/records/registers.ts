import type { RecordRegister } from '@hujian/contract';

/** The registers in the order in which an office reaches for them. */
export const registers: readonly { code: RecordRegister; title: string }[] = [
  { code: 'activities', title: '活动记录' },
  { code: 'trainings', title: '培训学习' },
  { code: 'roster', title: '党员名册' },
  { code: 'posts', title: '任职名册' },
  { code: 'figures', title: '基本数据' },
  { code: 'documents', title: '文件资料' },
  { code: 'events', title: '事项登记' },
  { code: 'polls', title: '测评结果' },
  { code: 'ratings', title: '现场评议' },
  { code: 'registers', title: '建账日期' },
];

export function registerTitle(code: string): string {
  return registers.find((one) => one.code === code)?.title ?? code;
}

export function isRegister(code: string): code is RecordRegister {
  return registers.some((one) => one.code === code);
}

/** Which table of the vocabulary names the kinds of a register. */
export const kindTables: Partial<Record<RecordRegister, string>> = {
  activities: 'activities',
  trainings: 'activities',
  posts: 'posts',
  figures: 'figures',
  documents: 'documents',
  events: 'events',
  polls: 'polls',
};
