import type { OfficePackage, Relation } from './open-package.ts';

/** What a file carries that is never run or followed, in sentences for the person. */
export function noteOutside(office: OfficePackage, relations: Relation[]): string[] {
  const notes: string[] = [];
  const names = [...office.entries.keys()];
  if (names.some((name) => /(^|\/)vbaProject\.bin$/.test(name))) {
    notes.push('文件带有宏：宏没有运行，只读了文字。');
  }
  const outside = relations.filter(({ external }) => external);
  const links = outside.filter(({ type }) => type === 'hyperlink').length;
  const others =
    outside.length - links + names.filter((name) => /^xl\/externalLinks\/[^/]*\.xml$/.test(name)).length;
  if (links > 0) notes.push(`有 ${links} 个超链接，只读了文字，没有打开链接。`);
  if (others > 0) notes.push(`引用了 ${others} 处文件以外的内容（外部链接），没有打开，里面的内容没有读。`);
  return notes;
}
