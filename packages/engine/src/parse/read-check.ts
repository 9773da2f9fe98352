import {
  type Check,
  type CheckCommon,
  MEASURES,
  type Measure,
  STRICTNESSES,
  type Strictness,
} from '../grammar/check.ts';
import { Fields } from './fields.ts';
import { readMeasure } from './read-measure.ts';
import { readMoves } from './read-moves.ts';
import { readWhen } from './read-when.ts';
import type { Place, Report } from './report.ts';
import type { Terms } from './terms.ts';

/** One check; its share of the item's points is given out afterwards by the item. */
export function readCheck(
  raw: unknown,
  at: Place,
  report: Report,
  terms: Terms,
  item: { readonly code: string; readonly strictness: Strictness },
): Check | null {
  const outer = new Fields(raw, at, report);
  const id = outer.text('id');
  const place: Place = { ...at, words: `条目 ${item.code} 检查 ${id || '（未命名）'}` };
  if (id !== '' && !/^[a-z0-9][a-z0-9-]*$/.test(id)) {
    report.add(place, `id 只能用小写字母、数字和连字符，写的是 “${id}”`);
  }
  const fields = new Fields(raw, place, report);
  fields.raw('id');
  const before = report.errors.length;
  const measure = fields.choice('measure', MEASURES);
  if (report.errors.length > before) return null;
  const common: CheckCommon = {
    id,
    title: fields.text('title'),
    strictness: fields.choice('strictness', STRICTNESSES, item.strictness),
    when: readWhen(fields, terms),
    moves: readMoves(fields, measure),
    share: 0,
    ...(fields.has('why') ? { why: fields.text('why') } : {}),
  };
  const check = readMeasure(measure satisfies Measure, common, fields, terms, item.code);
  fields.close();
  return check;
}
