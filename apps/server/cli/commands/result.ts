import { resultOutcome, resultPacket } from '@hujian/contract';
import { checkResult } from '@hujian/panel';
import { z } from 'zod';
import { type CommandAnswer, defineCommand } from '../command.ts';
import { CommandProblem } from '../command-problem.ts';
import { readJson } from '../read-json.ts';

/** What is inside is looked at after the hash: a schema that drops what it does not know would hide a change. */
const file = z.object({
  sha256: z.string('应是64位的十六进制数').regex(/^[0-9a-f]{64}$/, '应是64位的十六进制数'),
  packet: z.unknown(),
  outcome: z.unknown(),
});

export const command = defineCommand({
  name: 'result',
  summary: 'check：用下载的结果数据包重新计算一遍，核对是否与公布的一字不差。只读文件，不连数据库。',
  positionals: ['work', 'file'],
  options: z.object({
    work: z.enum(['check'], '应是 check').describe('check'),
    file: z.string().min(1).describe('从“结果”页下载的数据包（JSON）'),
  }),
  run: async ({ say }, { file: path }) => check(path, say),
});

function check(path: string, say: (message: string) => void): CommandAnswer {
  const { sha256, packet, outcome } = readJson(path, file, say);
  requireShape(resultPacket, packet, '数据包');
  requireShape(resultOutcome, outcome, '结果');
  const differs = checkResult({ sha256, packet, outcome });
  const { round, units, ratings } = packet;
  const json = { ok: differs.length === 0, sha256, round: round.title, units: units.length, differs };
  const about = `“${round.title}”：${units.length}个单位，${ratings.length}个评分`;
  return differs.length === 0
    ? { json, text: `${about}。重新计算的结果与文件一字不差，SHA-256 ${sha256}。` }
    : { json, exitCode: 1, text: [`${about}。与文件不符：`, ...differs.map((one) => `  ${one}`)].join('\n') };
}

function requireShape<Shape extends z.ZodType>(
  shape: Shape,
  value: unknown,
  what: string,
): asserts value is z.output<Shape> {
  const { error } = shape.safeParse(value);
  const [issue] = error?.issues ?? [];
  if (issue)
    throw new CommandProblem(1, `文件里的${what}写得不对（${issue.path.join('.')}：${issue.message}）。`);
}
