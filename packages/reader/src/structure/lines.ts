import type { At, Paragraph } from '../source/source.ts';
import { fold } from './fold.ts';
import { type Marker, readAutomatic, readMarker } from './markers.ts';

/** How a paragraph looks on the page. */
export interface Look {
  outline?: number;
  bold?: boolean;
  centred?: boolean;
  size?: number;
  /** It has a bullet or an automatic number. */
  listed?: boolean;
}

/** One line to be placed: a paragraph, or a part of one where several pieces were run together. */
export interface Line {
  type: 'line';
  /** As printed, with the number. */
  text: string;
  /** Without the number. */
  body: string;
  marker: Marker | null;
  at: At;
  /** It begins inside the paragraph of the line before it. */
  glued: boolean;
  look: Look;
}

export function makeLine(text: string, at: At, look: Look = {}, glued = false): Line {
  const folded = fold(text);
  const start = folded.length - folded.trimStart().length;
  const marker = readMarker(folded.slice(start));
  const from = start + (marker?.length ?? 0);
  return { type: 'line', text: text.trim(), body: text.slice(from).trim(), marker, at, glued, look };
}

function lookOf(p: Paragraph): Look {
  return {
    ...(p.outline === undefined ? {} : { outline: p.outline }),
    ...(p.bold ? { bold: true } : {}),
    ...(p.centred ? { centred: true } : {}),
    ...(p.size === undefined ? {} : { size: p.size }),
    ...(p.number === undefined ? {} : { listed: true }),
  };
}

/** Marks of Markdown, as texts taken from the web carry them, read as the looks they stand for. */
function withoutMarkdown(text: string, look: Look): { text: string; look: Look } {
  const hash = /^\s*(#{1,6})\s+/.exec(text);
  const rest = hash ? text.slice(hash[0].length) : text;
  const star = /^\s*\*\*([^*]+)\*\*\s*$/.exec(rest);
  if (!hash && !star) return { text, look };
  return {
    text: star?.[1] ?? rest,
    look: { ...look, ...(hash?.[1] ? { outline: hash[1].length } : {}), ...(star ? { bold: true } : {}) },
  };
}

/** A paragraph's lines; a line break inside it begins a new one. Empty ones are dropped. */
export function linesOf(paragraph: Paragraph): Line[] {
  const look = lookOf(paragraph);
  const automatic = paragraph.number === undefined ? null : readAutomatic(paragraph.number);
  const lines: Line[] = [];
  for (const raw of paragraph.text.split(/\r\n|[\n\r\v\f\u2028\u2029]/)) {
    if (raw.trim() === '') continue;
    const plain = withoutMarkdown(raw, look);
    const line = makeLine(plain.text, paragraph.at, plain.look);
    if (automatic && lines.length === 0) {
      lines.push({
        ...line,
        text: `${paragraph.number ?? ''}${line.text}`,
        body: line.text,
        marker: automatic,
      });
    } else lines.push(line);
  }
  return lines;
}
