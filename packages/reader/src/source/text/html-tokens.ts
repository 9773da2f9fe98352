import { decodeEntities } from '@hujian/documents';

export type HtmlToken =
  | { type: 'text'; text: string }
  | { type: 'open'; name: string; attributes: Map<string, string> }
  | { type: 'close'; name: string };

/** Elements whose content is no text of the page. */
const silent = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'head',
  'svg',
  'select',
  'iframe',
  'object',
]);

const more: Record<string, string> = {
  nbsp: '\u00a0',
  ensp: ' ',
  emsp: '\u3000',
  ldquo: '“',
  rdquo: '”',
  lsquo: '‘',
  rsquo: '’',
  middot: '·',
  hellip: '…',
  mdash: '—',
  ndash: '–',
  times: '×',
  divide: '÷',
  plusmn: '±',
  le: '≤',
  ge: '≥',
  permil: '‰',
  deg: '°',
  sect: '§',
  copy: '©',
  bull: '•',
  laquo: '«',
  raquo: '»',
};

export const decodeHtml = (text: string): string =>
  text.includes('&')
    ? decodeEntities(
        text.replace(/&([a-z]{2,6});/gi, (whole, name: string) => more[name.toLowerCase()] ?? whole),
      )
    : text;

/** Cuts a web page into tags and texts in one walk; whatever is malformed is text or ends with the page. */
export function* tokensOf(html: string): Generator<HtmlToken, void, undefined> {
  const lowered = html.toLowerCase();
  const lower = lowered.length === html.length ? lowered : html;
  let at = 0;
  while (at < html.length) {
    const tag = html.indexOf('<', at);
    if (tag < 0) {
      yield { type: 'text', text: decodeHtml(html.slice(at)) };
      return;
    }
    if (tag > at) yield { type: 'text', text: decodeHtml(html.slice(at, tag)) };
    if (html.startsWith('<!--', tag)) {
      at = endOf(html, '-->', tag + 4);
      continue;
    }
    const letter = html.charCodeAt(tag + 1) | 32;
    const closing = html[tag + 1] === '/';
    if (html[tag + 1] === '!' || html[tag + 1] === '?') {
      at = endOf(html, '>', tag);
      continue;
    }
    if (!closing && (letter < 97 || letter > 122)) {
      yield { type: 'text', text: '<' };
      at = tag + 1;
      continue;
    }
    const end = tagEnd(html, tag);
    const inner = html.slice(tag + (closing ? 2 : 1), end - 1);
    const name = /^[a-z][a-z0-9:-]*/i.exec(inner.slice(0, 60))?.[0].toLowerCase() ?? '';
    at = end;
    if (closing) yield { type: 'close', name };
    else if (silent.has(name)) {
      if (!inner.endsWith('/')) at = endOf(html, '>', endOf(lower, `</${name}`, end));
    } else yield { type: 'open', name, attributes: attributesOf(inner.slice(name.length)) };
  }
}

const endOf = (html: string, mark: string, from: number): number => {
  const end = html.indexOf(mark, from);
  return end < 0 ? html.length : end + mark.length;
};

/** Tags longer than this are not looked through for a quoted angle. */
const longestTag = 20_000;

function tagEnd(html: string, tag: number): number {
  const first = html.indexOf('>', tag);
  if (first < 0) return html.length;
  let quote = 0;
  for (let i = tag + 1; i < html.length && i < tag + longestTag; i++) {
    const c = html.charCodeAt(i);
    if (quote !== 0) {
      if (c === quote) quote = 0;
    } else if (c === 62) return i + 1;
    else if ((c === 34 || c === 39) && html[i - 1] === '=') quote = c;
  }
  return first + 1;
}

function attributesOf(text: string): Map<string, string> {
  const found = new Map<string, string>();
  if (text.length > longestTag) return found;
  for (const match of text.matchAll(
    /([a-z][a-z-]{0,30})\s{0,5}=\s{0,5}(?:"([^"]*)"|'([^']*)'|([^\s>"']+))/gi,
  )) {
    found.set((match[1] ?? '').toLowerCase(), decodeHtml(match[2] ?? match[3] ?? match[4] ?? ''));
  }
  return found;
}
