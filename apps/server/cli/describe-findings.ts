import type { Finding } from '@hujian/drafting';

const weights: Record<Finding['weight'], string> = { error: '错误', warning: '提醒', note: '说明' };

/** The findings about one edition, item by item. */
export function describeFindings(
  { title, findings, unplaced }: { title: string; findings: Finding[]; unplaced: number },
  day: string,
): string {
  const counts = (['error', 'warning', 'note'] as const).map(
    (weight) => `${weights[weight]} ${findings.filter((one) => one.weight === weight).length}`,
  );
  const lines = findings.map(
    ({ weight, item, text }) => `  ［${weights[weight]}］${item === null ? '全文' : item}：${text}`,
  );
  return [
    `《${title}》 对照 ${day} 的规定：${counts.join('，')}`,
    ...(unplaced > 0 ? [`  有 ${unplaced} 处没有放进检查，只看了文字：hujian read 可以看到是哪些。`] : []),
    ...(lines.length > 0 ? lines : ['  没有发现问题。']),
  ].join('\n');
}
