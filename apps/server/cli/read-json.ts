import { readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import type { z } from 'zod';
import { CommandProblem } from './command-problem.ts';

const largest = 200 * 1024 * 1024;
const mostIssues = 5;

/**
 * Reads and checks a JSON file; what is wrong in it is told by its place. Keys that the schema does not know are left out
 * and told to `say`, for a misspelt one would otherwise be a rule that silently does not hold. Throws CommandProblem.
 */
export function readJson<Schema extends z.ZodType>(
  file: string,
  schema: Schema,
  say: (message: string) => void,
): z.output<Schema> {
  const data = parse(file, readText(file));
  let parsed = schema.safeParse(data);
  const unknown = new Set(parsed.error?.issues.flatMap((issue) => dropUnknown(data, issue)));
  if (unknown.size > 0) {
    say(
      `${basename(file)} 里有不认识的内容，没有用到：${[...unknown].slice(0, mostIssues).join('、')}。请核对是否写错。`,
    );
    parsed = schema.safeParse(data);
  }
  if (parsed.success) return parsed.data;
  const { issues } = parsed.error;
  const told = issues.slice(0, mostIssues).map(({ path, message }) => `${tellPlace(path)}：${message}。`);
  const more = issues.length > mostIssues ? `另有 ${issues.length - mostIssues} 处错误。` : '';
  throw new CommandProblem(1, `${basename(file)} 的内容不合要求。${told.join('')}${more}`);
}

/** Takes the keys that an issue calls unknown out of the data, and returns them. */
function dropUnknown(data: unknown, issue: z.core.$ZodIssue): string[] {
  if (issue.code !== 'unrecognized_keys') return [];
  const holder = issue.path.reduce<unknown>(
    (at, step) => (typeof at === 'object' && at !== null ? Reflect.get(at, step) : undefined),
    data,
  );
  if (typeof holder === 'object' && holder !== null)
    for (const key of issue.keys) Reflect.deleteProperty(holder, key);
  return issue.keys.map((key) => `“${key}”`);
}

/** `units[3].risk` as a reader of the file counts: 1 is the first. */
function tellPlace(path: readonly PropertyKey[]): string {
  if (path.length === 0) return '整个文件';
  return path.map((step) => (typeof step === 'number' ? `第 ${step + 1} 个` : `“${String(step)}”`)).join(' ');
}

function readText(file: string): string {
  try {
    const about = statSync(file);
    if (!about.isFile()) throw new CommandProblem(2, `${file} 不是文件，请写出输入的 JSON 文件。`);
    if (about.size > largest) throw new CommandProblem(1, `${basename(file)} 超过 200 MB，不能读取。`);
    return readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
  } catch (thrown) {
    if (thrown instanceof CommandProblem) throw thrown;
    throw new CommandProblem(2, `读不出文件 ${file}：请核对路径和权限。`);
  }
}

function parse(file: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (thrown) {
    const at = /line (\d+) column (\d+)/.exec(thrown instanceof Error ? thrown.message : '');
    const place = at ? `第 ${at[1]} 行第 ${at[2]} 个字附近` : '开头或结尾';
    throw new CommandProblem(1, `${basename(file)} 不是 JSON：${place}写得不对，请核对括号、逗号和引号。`);
  }
}
