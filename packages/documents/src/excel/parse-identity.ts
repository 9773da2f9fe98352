import type { RawCell } from './cell.ts';
import { cleanText, halfWidth, type Parsed, parsed, refuseCell, refused } from './parse-cell.ts';

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const checks = '10X98765432';

/** A Chinese identity number of 18 places with a true check digit. The message never repeats the number. */
export function parseIdentity(cell: RawCell): Parsed<string> {
  const wrong = refuseCell(cell);
  if (wrong) return wrong;
  if (cell.kind === 'number' || cell.kind === 'date') {
    return refused('身份证号被 Excel 当成了数字，后几位已丢失；请把该列设为“文本”格式后重新填写');
  }
  const text = halfWidth(cleanText(cell.text)).replace(/[\s']/g, '').toUpperCase();
  if (!/^\d{17}[\dX]$/.test(text)) return refused('身份证号应为 18 位');
  const sum = weights.reduce((total, weight, i) => total + weight * Number(text[i]), 0);
  if (checks[sum % 11] !== text[17]) return refused('身份证号的校验位不对，请核对');
  const birth = `${text.slice(6, 10)}-${text.slice(10, 12)}-${text.slice(12, 14)}`;
  const date = new Date(`${birth}T00:00:00Z`);
  if (Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== birth) {
    return refused('身份证号里的出生日期不存在，请核对');
  }
  return parsed(text);
}

/** A telephone number of 5 to 20 digits. The message never repeats the number. */
export function parsePhone(cell: RawCell): Parsed<string> {
  const wrong = refuseCell(cell);
  if (wrong) return wrong;
  const text = halfWidth(cleanText(cell.text)).replace(/[\s()'-]/g, '');
  return /^\+?\d{5,20}$/.test(text) ? parsed(text) : refused('电话号码应为 5 到 20 位数字');
}
