import { type Points, readPoints } from '../movements/read-points.ts';
import { fold } from './fold.ts';

const CLAUSE = /[,;:。]\s?(?:满分|分值|占|共|总分)?\s?(\d{1,3}(?:\.\d{1,2})?)\s?分(?=[,。;]|$)/;

/** Points for several cases (省级计10分，市级计8分) are how points move, not what the piece is worth. */
const GIVEN = /(?:[计得加积奖记]\s?\d{1,3}(?:\.\d)?\s?分[^分]{0,40}){2}/;
const BRACKET = /[（(【[][^）)】\]]{0,12}\d\s?分[^）)】\]]{0,12}[）)】\]]/;

/** 每次, 每少1人: points for each, while 每月1次 only says how often. */
const EACH = /每(?![月季年半学周届日天])/;

const lastClause = (text: string): string =>
  fold(text.slice(-60))
    .replace(/[,。;:]$/, '')
    .split(/[,。;:]/)
    .at(-1) ?? '';

/** …不低于90%，计5分。每少一次扣一分。: the first sentence ends with the points. */
function openingPoints(text: string): Points | null {
  const stop = text.slice(0, 200).indexOf('。');
  const head = text.slice(0, Math.max(0, stop));
  const stated = stop > 0 && !EACH.test(lastClause(head)) ? readPoints(head) : null;
  return stated && { points: stated.points, rest: `${stated.rest}${text.slice(stop)}` };
}

/** Full marks that a piece states: in its heading, at its end, or as a clause of its own (…，20分。每缺1次扣2分). */
export function readOwnPoints(text: string): Points | null {
  const stated = readPoints(text);
  if (stated && BRACKET.test(text)) return stated;
  if (stated && GIVEN.test(fold(text.slice(0, 400)))) return null;
  if (stated && !EACH.test(lastClause(text))) return stated;
  if (stated) return openingPoints(text);
  const m = CLAUSE.exec(fold(text.slice(0, 400)));
  if (!m || EACH.test(fold(text.slice(Math.max(0, m.index - 14), m.index)))) return null;
  return { points: Number(m[1]), rest: text };
}
