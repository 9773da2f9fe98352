import { STRICTNESSES } from '../grammar/check.ts';
import { type Item, SUPPLIERS } from '../grammar/item.ts';
import { Fields } from './fields.ts';
import { readCheck } from './read-check.ts';
import type { Place, Report } from './report.ts';
import { sharePoints } from './share-points.ts';
import type { Terms } from './terms.ts';

export function readItem(raw: unknown, at: Place, report: Report, terms: Terms): Item {
  const code = new Fields(raw, at, report).text('code');
  const place: Place = { ...at, words: `条目 ${code || '（未编号）'}`, item: code || null };
  const fields = new Fields(raw, place, report);
  fields.raw('code');
  const points = fields.number('points');
  if (points < 0) fields.fail('points', `points 写的是 ${points}，分值不能小于 0`);
  const strictness = fields.choice('strictness', STRICTNESSES, 'must');
  const checks = fields
    .list('checks', (one, where) => readCheck(one, where, report, terms, { code, strictness }))
    .flatMap((check) => (check ? [check] : []));
  const item: Item = {
    code,
    number: fields.text('number'),
    title: fields.text('title'),
    text: fields.text('text'),
    points,
    strictness,
    ...(fields.has('supplies') ? { supplies: fields.choice('supplies', SUPPLIERS) } : {}),
    ...(fields.has('flow') ? { flow: readFlow(fields) } : {}),
    ...(fields.has('source') ? { source: readSource(fields) } : {}),
    ...(fields.has('note') ? { note: fields.text('note') } : {}),
    checks: sharePoints(checks, points),
    examples: fields.has('examples') ? fields.list('examples', (example) => example) : [],
  };
  fields.close();
  return item;
}

function readFlow(fields: Fields): NonNullable<Item['flow']> {
  const inner = new Fields(fields.raw('flow'), fields.at('flow'), fields.report);
  const keys = ['who', 'when', 'how'] as const;
  const flow = Object.fromEntries(keys.filter((k) => inner.has(k)).map((k) => [k, inner.text(k)]));
  inner.close();
  return flow;
}

function readSource(fields: Fields): NonNullable<Item['source']> {
  const inner = new Fields(fields.raw('source'), fields.at('source'), fields.report);
  const item = inner.optionalText('item');
  const source = { document: inner.text('document'), ...(item ? { item } : {}) };
  inner.close();
  return source;
}
