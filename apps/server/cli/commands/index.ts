import type { ReadyCommand } from '../command.ts';

/** A command in the list: loaded only when it is called, so that help and doctor work whatever else is broken. */
export interface CommandEntry {
  name: string;
  summary: string;
  load(): Promise<{ command: ReadyCommand }>;
}

/** In the order in which the help shows them. The file of a command exports `command = defineCommand({…})`. */
export const commands: CommandEntry[] = [
  { name: 'start', summary: '启动程序', load: () => import('./start.ts') },
  { name: 'demo', summary: '写入一个虚构的示范县', load: () => import('./demo.ts') },
  { name: 'import', summary: '检查或导入一份 Excel 表格', load: () => import('./import.ts') },
  { name: 'read', summary: '把写成文字的标准（Word、Excel、文本）读成草案', load: () => import('./read.ts') },
  { name: 'lint', summary: '对照现行规定检查一份标准', load: () => import('./lint.ts') },
  { name: 'rehearse', summary: '用没发布的标准试算一个地方', load: () => import('./rehearse.ts') },
  { name: 'publish', summary: '把定下来的草案发布为标准版本', load: () => import('./publish.ts') },
  { name: 'export', summary: '把一个标准版本写成 YAML、Excel 或 Word', load: () => import('./export.ts') },
  { name: 'evaluate', summary: '按标准考评一个县、乡镇或支部', load: () => import('./evaluate.ts') },
  { name: 'trace', summary: '说明某一条为什么是这个结果', load: () => import('./trace.ts') },
  { name: 'rank', summary: '分档；有依据时才排先后', load: () => import('./rank.ts') },
  { name: 'panel', summary: '评议的统计、观摩的安排和抽签', load: () => import('./panel.ts') },
  {
    name: 'result',
    summary: '用公布的数据包重新计算评议结果',
    load: () => import('./result.ts'),
  },
  { name: 'report', summary: '写出对比报告（Word 或 Excel）', load: () => import('./report.ts') },
  { name: 'backup', summary: '把全部数据备份到一个文件', load: () => import('./backup.ts') },
  { name: 'restore', summary: '从备份文件恢复全部数据', load: () => import('./restore.ts') },
  { name: 'verify', summary: '检查备份文件，或证明审计记录没有被改动', load: () => import('./verify.ts') },
  { name: 'doctor', summary: '检查这台机器、数据文件夹和数据库', load: () => import('./doctor.ts') },
];
