import { problems } from '../../../http/problem.ts';

/** Throws bad-input unless the code stands in that part of the vocabulary. */
export function requireCode(words: Readonly<Record<string, unknown>>, code: string, field: string): void {
  if (!Object.hasOwn(words, code))
    throw problems.badInput([{ path: field, message: `词汇表里没有“${code}”，请从列表中选择。` }]);
}

export function requireCodes(
  words: Readonly<Record<string, unknown>>,
  codes: readonly string[],
  field: string,
): void {
  for (const code of codes) requireCode(words, code, field);
}

/** Throws bad-input when an end lies before its beginning. */
export function requireOrder(from: string, until: string | null | undefined, field: string): void {
  if (until && until < from)
    throw problems.badInput([{ path: field, message: '结束日期不能早于开始日期。' }]);
}
