import { columnLetters } from './cell.ts';
import { type CellMark, escapeXml, type SheetMarks } from './marks.ts';

const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packageRelations = 'http://schemas.openxmlformats.org/package/2006/relationships';
const spreadsheet = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const author = '互鉴';
const maxNotes = 1000;

type NoteParts = {
  parts: Map<string, string>;
  drawing: string | undefined;
  contentTypes(text: string): string;
};

const none: NoteParts = { parts: new Map(), drawing: undefined, contentTypes: (text) => text };

/** The parts that put a note at each faulty cell. A sheet with notes of its own keeps them and gets none of ours. */
export async function noteParts(
  read: (name: string) => Promise<string | undefined>,
  sheet: SheetMarks,
  number: number,
): Promise<NoteParts> {
  const relationsPart = sheet.part.replace(/([^/]+)$/, '_rels/$1.rels');
  const before = await read(relationsPart);
  const notes = `xl/comments-hujian-${number}.xml`;
  const drawing = `xl/drawings/vml-hujian-${number}.vml`;
  const own = before?.includes(`/${notes}`) ?? false;
  if (!own && before && /\/(comments|vmlDrawing)"/.test(before)) return none;
  const marks = onePerCell(sheet.marks).slice(0, maxNotes);
  const parts = new Map([
    [notes, notesXml(marks)],
    [drawing, drawingXml(marks)],
  ]);
  if (own) return { ...none, parts };
  parts.set(relationsPart, withRelations(before, notes, drawing));
  return {
    parts,
    drawing: `<legacyDrawing xmlns:r="${relations}" r:id="rIdHujianVml"/>`,
    contentTypes: (text) => withTypes(text, notes),
  };
}

function onePerCell(marks: readonly CellMark[]): CellMark[] {
  const byCell = new Map<string, CellMark>();
  for (const mark of marks) {
    const key = `${mark.row}/${mark.column}`;
    const before = byCell.get(key);
    byCell.set(key, before ? { ...mark, message: `${before.message}；${mark.message}` } : mark);
  }
  return [...byCell.values()].sort((a, b) => a.row - b.row || a.column - b.column);
}

function withRelations(before: string | undefined, notes: string, drawing: string): string {
  const added =
    `<Relationship Id="rIdHujianNotes" Type="${relations}/comments" Target="/${notes}"/>` +
    `<Relationship Id="rIdHujianVml" Type="${relations}/vmlDrawing" Target="/${drawing}"/>`;
  const text =
    before ??
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Relationships xmlns="${packageRelations}"></Relationships>`;
  return text
    .replace(/<Relationships([^>]*)\/>/, '<Relationships$1></Relationships>')
    .replace('</Relationships>', `${added}</Relationships>`);
}

function withTypes(text: string, notes: string): string {
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml';
  const override = `<Override PartName="/${notes}" ContentType="${type}"/>`;
  const vml = /Extension="vml"/i.test(text)
    ? ''
    : '<Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/>';
  return text.replace('</Types>', `${override}</Types>`).replace(/(<Types[^>]*>)/, `$1${vml}`);
}

function notesXml(marks: readonly CellMark[]): string {
  const list = marks.map(
    ({ row, column, message }) =>
      `<comment ref="${columnLetters(column)}${row}" authorId="0"><text><t xml:space="preserve">${escapeXml(message)}</t></text></comment>`,
  );
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><comments xmlns="${spreadsheet}"><authors><author>${author}</author></authors><commentList>${list.join('')}</commentList></comments>`;
}

function drawingXml(marks: readonly CellMark[]): string {
  const shapes = marks.map(
    ({ row, column }, i) =>
      `<v:shape id="_x0000_s${2049 + i}" type="#_x0000_t202" style="position:absolute;margin-left:60pt;margin-top:2pt;width:180pt;height:60pt;z-index:${i + 1};visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"/><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${column + 1}, 15, ${Math.max(0, row - 2)}, 4, ${column + 4}, 15, ${row + 3}, 4</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>${row - 1}</x:Row><x:Column>${column}</x:Column></x:ClientData></v:shape>`,
  );
  return `<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="2"/></o:shapelayout><v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>${shapes.join('')}</xml>`;
}
