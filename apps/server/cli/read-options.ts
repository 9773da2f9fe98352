import { parseArgs } from 'node:util';
import type { z } from 'zod';
import type { ReadyCommand } from './command.ts';
import { CommandProblem } from './command-problem.ts';

/** One option as the command line sees it. */
export interface OptionLine {
  key: string;
  flag: string;
  kind: 'boolean' | 'string';
  many: boolean;
  optional: boolean;
  summary: string;
}

/** The options of a command, read off its schema. */
export function listOptions(command: ReadyCommand): OptionLine[] {
  return Object.entries(command.shape).map(([key, schema]) => ({
    key,
    flag: toKebab(key),
    ...readSchema(schema),
  }));
}

/** Turns arguments into the object that the command's schema checks; unknown ones are refused with what there is. */
export function readOptions(command: ReadyCommand, args: string[]): Record<string, unknown> {
  const all = listOptions(command);
  const flags = all.filter(({ key }) => !command.positionals.includes(key));
  const { values, positionals } = parse(command, flags, args);
  if (positionals.length > command.positionals.length) {
    throw usage(command, `多了一个参数“${positionals[command.positionals.length]}”。`);
  }
  const given: Record<string, unknown> = {};
  for (const { key, flag } of flags) if (values[flag] !== undefined) given[key] = values[flag];
  for (const [index, key] of command.positionals.entries()) {
    const value = positionals[index];
    if (value === undefined && all.find((option) => option.key === key)?.optional === false) {
      throw usage(command, `缺少参数 ${toKebab(key).toUpperCase()}。`);
    }
    if (value !== undefined) given[key] = value;
  }
  return given;
}

/** What the schema did not take, in the reader's words: options by their flags, and how a day is written. */
export function explainIssues(
  command: ReadyCommand,
  given: Record<string, unknown>,
  issues: z.core.$ZodIssue[],
): string {
  const sentences = issues.map((issue) => {
    const key = String(issue.path[0] ?? '');
    const flag = command.positionals.includes(key) ? toKebab(key).toUpperCase() : `--${toKebab(key)}`;
    if (given[key] === undefined) return `缺少选项 ${flag}。`;
    if (issue.code === 'invalid_format' && issue.format === 'date')
      return `${flag} 应写成 2026-06-30 这样的日期，并且是日历上有的一天。`;
    return `${flag} 写得不对：${issue.message}。`;
  });
  return sentences.join('');
}

/** Wrong usage: what is wrong and where the help is. */
export function usage(command: ReadyCommand, what: string): CommandProblem {
  const flags = listOptions(command).filter(({ key }) => !command.positionals.includes(key));
  const known = [...flags.map(({ flag }) => `--${flag}`), '--json', '--help'].join('、');
  return new CommandProblem(2, `${what}可用的选项：${known}。用法见 hujian ${command.name} --help。`);
}

function parse(command: ReadyCommand, flags: OptionLine[], args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      allowNegative: true,
      options: Object.fromEntries(
        flags.map(({ flag, kind, many }) => [flag, { type: kind, multiple: many }]),
      ),
    });
  } catch (thrown) {
    throw usage(command, explain(thrown));
  }
}

function explain(thrown: unknown): string {
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  const option = /'(-[^' ]*)/.exec(message)?.[1] ?? '';
  if (message.startsWith('Unknown option')) return `没有选项 ${option}。`;
  if (/argument missing/.test(message)) return `选项 ${option} 后面缺少它的值。`;
  if (/does not take an argument/.test(message)) return `选项 ${option} 是开关，不带值。`;
  return `选项写得不对：${message}。`;
}

function readSchema(schema: z.core.$ZodType): Omit<OptionLine, 'key' | 'flag'> {
  const summary = findSummary(schema);
  let inner = schema;
  let optional = false;
  for (let next = unwrap(inner); next; next = unwrap(inner)) {
    inner = next;
    optional = true;
  }
  const type = inner._zod.def.type;
  return { kind: type === 'boolean' ? 'boolean' : 'string', many: type === 'array', optional, summary };
}

function unwrap(schema: z.core.$ZodType): z.core.$ZodType | undefined {
  const { def } = schema._zod;
  if (def.type !== 'optional' && def.type !== 'default') return undefined;
  return 'innerType' in def ? (def.innerType as z.core.$ZodType) : undefined;
}

/** The description may stand on the outer schema or on the one inside .optional() or .default(). */
function findSummary(schema: z.core.$ZodType): string {
  const own =
    'description' in schema && typeof schema.description === 'string' ? schema.description : undefined;
  const inner = unwrap(schema);
  return own ?? (inner ? findSummary(inner) : '');
}

function toKebab(key: string): string {
  return key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
