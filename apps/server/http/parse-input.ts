import * as z from 'zod';
import { plainWords } from './plain-words.ts';
import { type Issue, problems } from './problem.ts';

const words = z.locales.zhCN();
const places = { params: '地址', query: '查询条件', body: '内容' } as const;

/**
 * Parses what came in; throws bad-input with one issue for each field.
 * A query parameter that nobody asked for is refused: a filter that is misspelt must not be a filter that is ignored.
 */
export function parseInput(
  schema: z.ZodType | undefined,
  value: unknown,
  place: keyof typeof places,
): unknown {
  if (!schema) return {};
  const strict = schema instanceof z.ZodObject && place === 'query' ? schema.strict() : schema;
  const parsed = strict.safeParse(value ?? {}, {
    error: (issue) => plainWords(issue) ?? words.localeError?.(issue),
  });
  if (parsed.success) return parsed.data;
  const issues: Issue[] = parsed.error.issues.slice(0, 20).map((issue) => ({
    path: issue.path.map(String).join('.'),
    message: issue.message,
  }));
  throw problems.badInput(issues, `${places[place]}有误：${describe(issues[0])}`);
}

const describe = (issue: Issue | undefined): string =>
  issue ? `${issue.path ? `${issue.path} ` : ''}${issue.message.replace(/。$/, '')}。` : '请检查后重试。';
