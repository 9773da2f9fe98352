import type { EntryBody, EntryKind } from '@hujian/contract';

/** Words of what was put down on site. */
export const words = {
  fetching: '现场记录',
  title: '现场记录',
  kindFilter: '看哪种记录',
  kinds: {
    finding: '问题',
    practice: '好做法',
    hear: '听',
    examine: '查',
    look: '看',
    discuss: '谈',
    score: '评',
    photo: '照片',
  } satisfies Partial<Record<EntryKind, string>>,
  hidden: '评议会关闭后才能看',
  hiddenLead: '为了各评各的、互不影响，一场评议会关闭以前，谁也看不到别人的记录，主办单位也一样。',
  none: '没有这种记录',
  noneLead: '已关闭的评议会里，没有人写这种记录。',
  openSessions: (n: number) => `还有${n}场评议会没有关闭，它们的记录还没有显示。`,
  severities: { light: '轻微', plain: '一般', grave: '严重' },
  score: (score: number | null) => (score === null ? '看了，判断不了' : `${score}分`),
  agrees: (agrees: boolean | null) => (agrees === null ? '' : agrees ? '与记录相符' : '与记录不符'),
  by: (name: string) => `${name}记`,
  at: (at: string) => `现场写于${at}`,
  clockOff: (minutes: number) => `手机时钟${minutes > 0 ? '快' : '慢'}了约${span(Math.abs(minutes))}`,
  photoNone: '没有说明',
  answer: '答',
  question: '问',
} as const;

const span = (minutes: number): string => {
  if (minutes < 120) return `${minutes}分钟`;
  return minutes < 2880 ? `${Math.round(minutes / 60)}小时` : `${Math.round(minutes / 1440)}天`;
};

export type ShownKind = keyof typeof words.kinds;

/** An entry in one or two lines of text. */
export function textOf(body: EntryBody): { head: string; text: string } {
  switch (body.kind) {
    case 'score':
      return {
        head: [words.score(body.score), words.agrees(body.agrees)].filter((one) => one !== '').join('，'),
        text: body.note,
      };
    case 'hear':
      return { head: body.speaker, text: body.text };
    case 'examine':
      return { head: body.archive, text: body.found };
    case 'look':
      return { head: body.place, text: body.found };
    case 'discuss':
      return { head: `${words.question}：${body.question}`, text: `${words.answer}：${body.answer}` };
    case 'finding':
      return { head: words.severities[body.severity], text: body.text };
    case 'practice':
      return { head: body.title, text: body.text };
    case 'photo':
      return { head: '', text: body.caption };
    case 'submit':
      return { head: '', text: '' };
  }
}
