import { getAt, isPlain } from '../form/plain.ts';
import { CellProblem } from './cell-problem.ts';
import type { CellTerms, Codec } from './codec.ts';
import { foldWord } from './fold-word.ts';
import { readNumber } from './simple.ts';

/** What stands where a bound is another number and not one of its own. */
const COMPARED = '比较数';

const NAMED = /[（(]\s*([A-Za-z][A-Za-z0-9]*)\s*[)）]$/;

/** A number, or a parameter by its title with its name in brackets: 每季度党课次数（partyLectures）. */
export const amount: Codec = {
  write: (value, { parameters }) => {
    if (typeof value === 'number') return value;
    if (value === 'compare') return COMPARED;
    const name = isPlain(value) ? getAt(value, ['parameter']) : undefined;
    if (typeof name !== 'string') return JSON.stringify(value) ?? '';
    const title = parameters.get(name) ?? '';
    return `${/^[^；;：:、，,「」\n]+$/.test(title) ? title : '参数'}（${name}）`;
  },
  read: (cell, terms) => {
    const written = cell.trim();
    if (written === COMPARED || written === 'compare') return 'compare';
    if (/^[-+.\d０-９]/.test(written) && !NAMED.test(written)) return readNumber(written);
    return { parameter: parameterOf(written, terms) };
  },
};

function parameterOf(written: string, { parameters }: CellTerms): string {
  const name = NAMED.exec(written)?.[1] ?? written;
  if (parameters.has(name)) return name;
  const titled = [...parameters].filter(([, title]) => foldWord(title) === foldWord(written));
  const [only, another] = titled;
  if (only && !another) return only[0];
  if (another) throw new CellProblem(`名称是“${written}”的参数不止一个，请在后面用括号写上参数名`);
  throw new CellProblem(
    `“${written.slice(0, 40)}”不是数字，“参数”里也没有这个参数：请填数字，或填参数的名称和参数名，如“每季度党课次数（partyLectures）”`,
  );
}
