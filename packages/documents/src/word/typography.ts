import { type IRunOptions, TextRun } from 'docx';

/** The faces that the standard names, and what stands in for them where they are not installed. */
export const fonts = {
  title: '方正小标宋简体',
  body: '仿宋_GB2312',
  second: '楷体_GB2312',
  first: '黑体',
  song: '宋体',
} as const;

export const substitutes: Record<string, string> = {
  [fonts.title]: '方正小标宋_GBK',
  [fonts.body]: '仿宋',
  [fonts.second]: '楷体',
  [fonts.first]: 'SimHei',
  [fonts.song]: 'SimSun',
};

/** Chinese type sizes in half points. */
export const sizes = { two: 44, three: 32, four: 28, smallFour: 24, five: 21 } as const;

/** 28 characters of 16 pt are 448 pt, the line is 442 pt: each gives up a quarter point. */
const tightThree = -5;

type RunStyle = { font?: string; size?: number; color?: string; bold?: boolean };

/** A run whose Latin letters and Chinese characters share one face. */
export function run(children: NonNullable<IRunOptions['children']>, style: RunStyle = {}): TextRun {
  const font = style.font ?? fonts.body;
  const size = style.size ?? sizes.three;
  return new TextRun({
    children,
    ...(size === sizes.three ? { characterSpacing: tightThree } : {}),
    font: { ascii: font, hAnsi: font, eastAsia: font, cs: font },
    size,
    ...(style.color ? { color: style.color } : {}),
    ...(style.bold ? { bold: true } : {}),
  });
}
