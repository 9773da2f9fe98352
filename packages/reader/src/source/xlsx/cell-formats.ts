import { attribute } from '@hujian/documents';
import { type OfficePackage, scanPart } from '../office/open-package.ts';

/** How a cell style shows its content. */
export interface CellFormat {
  /** Excel's number format code; `General` for none. */
  code: string;
  bold: boolean;
  /** Points. */
  size: number | undefined;
  centred: boolean;
}

/** The formats of a workbook's cell styles, by style number. */
export async function readCellFormats(office: OfficePackage): Promise<CellFormat[]> {
  const own = new Map<number, string>();
  const fonts: { bold: boolean; size: number | undefined }[] = [];
  const formats: CellFormat[] = [];
  let within = '';
  await scanPart(office, 'xl/styles.xml', {
    open(name, attributes) {
      if (name === 'fonts' || name === 'cellXfs' || name === 'dxfs') within = name;
      else if (name === 'numFmt' && within !== 'dxfs') {
        own.set(Number(attribute(attributes, 'numFmtId')), attribute(attributes, 'formatCode') ?? 'General');
      } else if (within === 'fonts') readFont(name, attributes, fonts);
      else if (within === 'cellXfs' && name === 'xf') {
        const id = Number(attribute(attributes, 'numFmtId') ?? 0);
        const font = fonts[Number(attribute(attributes, 'fontId') ?? 0)];
        const code = own.get(id) ?? builtIn[id] ?? 'General';
        formats.push({ code, bold: font?.bold ?? false, size: font?.size, centred: false });
      } else if (within === 'cellXfs' && name === 'alignment') {
        const last = formats.at(-1);
        if (last) last.centred = /^center/.test(attribute(attributes, 'horizontal') ?? '');
      }
    },
    text: () => undefined,
    close(name) {
      if (name === within) within = '';
    },
  });
  return formats;
}

function readFont(
  name: string,
  attributes: string,
  fonts: { bold: boolean; size: number | undefined }[],
): void {
  if (name === 'font') fonts.push({ bold: false, size: undefined });
  const font = fonts.at(-1);
  if (!font) return;
  if (name === 'b') font.bold = !/^(0|false)$/.test(attribute(attributes, 'val') ?? '1');
  else if (name === 'sz') font.size = Number(attribute(attributes, 'val')) || undefined;
}

const builtIn: Record<number, string> = {
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  14: 'yyyy/m/d',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'yyyy/m/d h:mm',
  27: 'yyyy"年"m"月"',
  28: 'm"月"d"日"',
  29: 'm"月"d"日"',
  30: 'm-d-yy',
  31: 'yyyy"年"m"月"d"日"',
  32: 'h"时"mm"分"',
  33: 'h"时"mm"分"ss"秒"',
  36: 'yyyy"年"m"月"',
  37: '#,##0',
  38: '#,##0',
  39: '#,##0.00',
  40: '#,##0.00',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mm:ss',
  49: '@',
  50: 'yyyy"年"m"月"',
  51: 'm"月"d"日"',
  52: 'yyyy"年"m"月"',
  53: 'm"月"d"日"',
  54: 'm"月"d"日"',
  57: 'yyyy"年"m"月"',
  58: 'm"月"d"日"',
};
