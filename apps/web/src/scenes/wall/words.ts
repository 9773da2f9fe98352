/** Words of the wall screen: few, large, without a name of anybody who judges. */
export const words = {
  title: '评议会大屏',
  fetching: '大屏',
  views: { units: '各观摩点', items: '各条目', said: '好做法与问题', agenda: '议程' },
  viewsLabel: '看哪一屏',
  in: '已交',
  out: '未交',
  sheets: '张',
  all: '评议表已交齐',
  of: (done: number, all: number) => `${done}／${all}`,
  fewer: '不足3张，先不显示',
  told: (name: string, median: number | null, low: number | null, high: number | null) =>
    median === null ? `${name}：不足3张评议表` : `${name}：中间值${median}，居中的一半从${low}到${high}`,
  scale: '●中间值　▬居中的一半（百分）',
  median: '中间值',
  closed: '评议会已关闭',
  open: '进行中',
  down: (since: string) => `连接中断，以下是${since}的情况，正在重连`,
  live: '实时',
  page: (at: number, all: number) => `第${at}／${all}屏`,
  before: '上一屏',
  after: '下一屏',
  turning: '自动翻屏',
  full: '全屏',
  practices: '好做法',
  findings: '问题',
  saidLater: '好做法和问题的文字，评议会关闭以后显示。',
  practicesNone: '还没有人写好做法。',
  findingsNone: '还没有人写问题。',
  agendaNone: '这场会没有写议程。',
  unitsNone: '这场会没有观摩点。',
  itemsNone: '还没有评分。',
  counts: (findings: number, practices: number) => `问题${findings}　好做法${practices}`,
  place: '地点',
} as const;

export type View = keyof typeof words.views;

/** 19:05:03 in the reader's own time. */
export function clock(at: number): string {
  const time = new Date(at);
  const two = (n: number) => String(n).padStart(2, '0');
  return `${two(time.getHours())}:${two(time.getMinutes())}:${two(time.getSeconds())}`;
}
