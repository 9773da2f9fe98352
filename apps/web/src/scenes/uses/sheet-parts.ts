import type { DocumentFull, DocumentWords } from '@hujian/contract';

type Section = DocumentWords['sections'][number];
type Tables = DocumentFull['tables'];

export interface SheetParts {
  body: Section[];
  /** 出席、请假 of minutes: after the text; minutes carry no signature. */
  attendance: Section[];
  /** Sections that are all table leave the text and follow the signature. */
  annexes: Section[];
}

const attendance = new Set(['出席', '列席', '请假', '缺席']);
const numbered = /^[一二三四五六七八九十]+、/;

/** Where each section stands on the sheet, by the same rules as in the Word file. */
export function partsOf(sections: readonly Section[], tables: Tables): SheetParts {
  const parts: SheetParts = { body: [], attendance: [], annexes: [] };
  for (const section of sections) {
    const { heading, text, table } = section;
    const isAnnex =
      text.trim() === '' &&
      heading !== '' &&
      !numbered.test(heading) &&
      table !== null &&
      Object.hasOwn(tables, table);
    if (attendance.has(heading)) parts.attendance.push(section);
    else if (isAnnex) parts.annexes.push(section);
    else parts.body.push(section);
  }
  return parts;
}

/** （一）标题。正文: the first words stand in the face of a heading of the second level. */
export function splitLead(line: string): { lead: string; rest: string } {
  const found = /^(（[一二三四五六七八九十]+）[^。；]{1,40}。?)(.*)$/s.exec(line);
  return found === null ? { lead: '', rest: line } : { lead: found[1] ?? '', rest: found[2] ?? '' };
}
