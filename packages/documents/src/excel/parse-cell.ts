import type { RawCell } from './cell.ts';

/** A cell's meaning, or a sentence for the person who filled it in. */
export type Parsed<T> = { ok: true; value: T } | { ok: false; message: string };

export const parsed = <T>(value: T): Parsed<T> => ({ ok: true, value });
export const refused = (message: string): { ok: false; message: string } => ({ ok: false, message });

const invisible = /[\u200b-\u200f\u2028\u2029\u2060\ufeff\u00ad]/g;

/** Whether a text is of printing ASCII and Chinese alone, as nearly all are: nothing in it is to be dropped. */
function isPlain(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 32 || (code > 126 && code < 0x3000) || code >= 0xd800) return false;
  }
  return true;
}

/** What no column accepts; undefined when the cell may be looked at. */
export function refuseCell(cell: RawCell): { ok: false; message: string } | undefined {
  if (cell.kind === 'formula') return refused('此格是公式，请复制后用“选择性粘贴—数值”粘贴为数值');
  if (cell.kind === 'error') return refused(`此格是错误值 ${cell.text.slice(0, 12)}，请改成实际内容`);
  if (cell.kind === 'too-long') return refused('此格文字过长（超过 32767 字），请删短');
  return undefined;
}

/** Trimmed text; blanks of every width at the ends, invisible and control characters are dropped. */
export function cleanText(text: string): string {
  if (isPlain(text)) return text.trim();
  return text
    .replace(invisible, '')
    .replace(/(?![\n\t])\p{Cc}/gu, '')
    .trim();
}

/** Full-width digits, letters and signs become half-width. */
export const halfWidth = (text: string): string => text.normalize('NFKC').trim();

/** The text of a cell as a person sees it; numbers without exponent, dates as YYYY-MM-DD. */
export function textOf(cell: RawCell, from1904: boolean): string {
  if (cell.kind === 'date') return dayOfSerial(cell.number, from1904) ?? cell.text;
  if (cell.kind === 'number') return plainNumber(cell.number);
  if (cell.kind === 'boolean') return cell.number === 1 ? '是' : '否';
  return cleanText(cell.text);
}

const plainNumber = (value: number): string =>
  Number.isInteger(value) && Math.abs(value) < 1e21 ? BigInt(value).toString() : String(value);

export function parseText(cell: RawCell, from1904: boolean, most = 200): Parsed<string> {
  const wrong = refuseCell(cell);
  if (wrong) return wrong;
  const text = textOf(cell, from1904);
  if (text.length > most) return refused(`文字过长：有 ${text.length} 字，最多 ${most} 字`);
  return parsed(text);
}

export type NumberBounds = { least?: number; most?: number; decimals?: number };

export function parseNumber(cell: RawCell, bounds: NumberBounds = {}): Parsed<number> {
  const wrong = refuseCell(cell);
  if (wrong) return wrong;
  if (cell.kind === 'date') return refused('此格是日期，应填数字；请把单元格格式改为“常规”后重填');
  if (cell.kind === 'number') return withinBounds(cell.number, bounds);
  const text = halfWidth(cleanText(cell.text)).replace(/^'/, '').replace(/[,\s]/g, '');
  if (/^[+-]?\d+(\.\d+)?%$/.test(text)) return refused(`“${shorten(text)}”带有百分号，请按栏目说明只填数字`);
  if (!/^[+-]?(\d+(\.\d*)?|\.\d+)$/.test(text)) {
    return refused(`“${shorten(cleanText(cell.text))}”不是数字，请只填数字，不带单位`);
  }
  return withinBounds(Number(text), bounds);
}

function withinBounds(value: number, { least, most, decimals }: NumberBounds): Parsed<number> {
  if (!Number.isFinite(value)) return refused('不是有效的数字');
  if (least !== undefined && value < least) return refused(`${value} 太小，不能小于 ${least}`);
  if (most !== undefined && value > most) return refused(`${value} 太大，不能大于 ${most}`);
  if (decimals !== undefined) {
    const scale = 10 ** decimals;
    const rounded = Math.round(value * scale) / scale;
    if (Math.abs(rounded - value) > 1e-9 * Math.max(1, Math.abs(value))) {
      return refused(decimals === 0 ? `${value} 应为整数` : `${value} 最多保留 ${decimals} 位小数`);
    }
    return parsed(rounded === 0 ? 0 : rounded);
  }
  return parsed(value);
}

const yes = new Set(['是', '有', '√', '✓', '✔', 'y', 'yes', 'true', '1', '对']);
const no = new Set(['否', '无', '没有', '×', '✗', 'x', 'n', 'no', 'false', '0', '不是']);

export function parseYesNo(cell: RawCell): Parsed<boolean> {
  const wrong = refuseCell(cell);
  if (wrong) return wrong;
  const text = cell.kind === 'boolean' ? String(cell.number) : halfWidth(textOf(cell, false)).toLowerCase();
  if (yes.has(text)) return parsed(true);
  if (no.has(text)) return parsed(false);
  return refused(`“${shorten(text)}”看不懂，请填“是”或“否”`);
}

export type Choice = { code: string; title: string; also?: readonly string[] };

const choiceKey = (text: string): string =>
  halfWidth(text)
    .replace(/[\s“”"'（）()]/g, '')
    .toLowerCase();

/** Looks choices up by title, other name or code; build once per column. */
export function choiceParser(choices: readonly Choice[]): (cell: RawCell) => Parsed<string> {
  const byKey = new Map<string, string>();
  for (const { code, title, also } of choices) {
    for (const word of [code, ...(also ?? []), title]) byKey.set(choiceKey(word), code);
  }
  const shown = choices.slice(0, 8).map((choice) => choice.title);
  const hint = `可填：${shown.join('、')}${choices.length > 8 ? '等，全部写法见模板' : ''}`;
  const known = new Map<string, Parsed<string>>();
  return (cell) => {
    const before = cell.kind === 'text' ? known.get(cell.text) : undefined;
    if (before) return before;
    const wrong = refuseCell(cell);
    if (wrong) return wrong;
    const found = look(textOf(cell, false));
    if (cell.kind === 'text' && known.size < 1000) known.set(cell.text, found);
    return found;
  };
  function look(text: string): Parsed<string> {
    const code = byKey.get(choiceKey(text));
    return code === undefined ? refused(`“${shorten(text)}”不在可填的范围里。${hint}`) : parsed(code);
  }
}

export const shorten = (text: string, most = 20): string =>
  text.length > most ? `${text.slice(0, most)}…` : text;

/** The calendar day of an Excel serial; the time of day is dropped, never rounded up into the next day. */
export function dayOfSerial(serial: number, from1904: boolean): string | undefined {
  const whole = Math.floor(serial + 1e-9) + (from1904 ? 1462 : 0);
  if (whole < 1 || whole > 2_958_465 || (whole === 60 && !from1904)) return undefined;
  const days = whole < 60 ? whole - 25_568 : whole - 25_569;
  return new Date(days * 86_400_000).toISOString().slice(0, 10);
}
