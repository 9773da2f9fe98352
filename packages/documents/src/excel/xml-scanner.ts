import { damaged } from './file-problem.ts';

/** What a scanner reports. Text arrives in pieces and is never gathered here, so no text can fill the memory. */
export type XmlListener = {
  open(name: string, attributes: string): void;
  text(piece: string): void;
  close(name: string): void;
};

const maxTag = 1024 * 1024;
const named: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]{2,4});/gi, (whole, body: string) => {
    if (body[0] !== '#') return named[body] ?? whole;
    const code =
      body[1] === 'x' || body[1] === 'X' ? Number.parseInt(body.slice(2), 16) : Number(body.slice(1));
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });
}

/** The value of one attribute, by its local name; undefined when absent. */
export function attribute(attributes: string, name: string): string | undefined {
  let from = 0;
  for (;;) {
    const at = attributes.indexOf(`${name}=`, from);
    if (at < 0) return undefined;
    const before = at === 0 ? ' ' : attributes[at - 1];
    if (before === ' ' || before === ':' || before === '\n' || before === '\t' || before === '\r') {
      const quote = attributes[at + name.length + 1];
      const end = quote ? attributes.indexOf(quote, at + name.length + 2) : -1;
      return end < 0 ? undefined : decodeEntities(attributes.slice(at + name.length + 2, end));
    }
    from = at + 1;
  }
}

const localName = (name: string): string => {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
};

/** A small forward-only XML reader: push text, hear opens, texts and closes. Document types are refused. */
export class XmlScanner {
  private rest = '';
  private readonly listener: XmlListener;

  constructor(listener: XmlListener) {
    this.listener = listener;
  }

  push(piece: string): void {
    const text = this.rest === '' ? piece : this.rest + piece;
    let at = 0;
    for (;;) {
      const tag = text.indexOf('<', at);
      if (tag < 0) {
        at = this.emitText(text, at, text.length, true);
        break;
      }
      if (tag > at) this.emitText(text, at, tag, false);
      const end = this.markup(text, tag);
      if (end < 0) {
        at = tag;
        break;
      }
      at = end;
    }
    this.rest = text.slice(at);
    if (this.rest.length > maxTag) throw damaged('其中的 XML 不完整');
  }

  end(): void {
    if (this.rest.trim() !== '') throw damaged('其中的 XML 没有结束');
  }

  private emitText(text: string, from: number, to: number, open: boolean): number {
    let until = to;
    if (open) {
      const amp = text.lastIndexOf('&');
      if (amp >= from && to - amp < 12 && text.indexOf(';', amp) < 0) until = amp;
    }
    if (until > from) this.listener.text(decodeEntities(text.slice(from, until)));
    return until;
  }

  private markup(text: string, tag: number): number {
    const kind = text.charCodeAt(tag + 1);
    if (kind === 47) {
      const end = text.indexOf('>', tag);
      if (end < 0) return -1;
      this.listener.close(localName(text.slice(tag + 2, end).trimEnd()));
      return end + 1;
    }
    if (kind === 33 || kind === 63 || Number.isNaN(kind)) return this.special(text, tag);
    const end = tagEnd(text, tag);
    if (end < 0) return -1;
    const closed = text.charCodeAt(end - 1) === 47;
    const inner = text.slice(tag + 1, closed ? end - 1 : end);
    const blank = inner.search(/\s/);
    const name = localName(blank < 0 ? inner : inner.slice(0, blank));
    this.listener.open(name, blank < 0 ? '' : inner.slice(blank));
    if (closed) this.listener.close(name);
    return end + 1;
  }

  private special(text: string, tag: number): number {
    if (text.startsWith('<?', tag)) return after(text, '?>', tag);
    if (text.startsWith('<!--', tag)) return after(text, '-->', tag);
    if (text.startsWith('<![CDATA[', tag)) {
      const end = text.indexOf(']]>', tag);
      if (end < 0) return -1;
      this.listener.text(text.slice(tag + 9, end));
      return end + 3;
    }
    if (text.length - tag < 9) return -1;
    throw damaged('其中的 XML 带有文档类型声明');
  }
}

const after = (text: string, mark: string, from: number): number => {
  const end = text.indexOf(mark, from);
  return end < 0 ? -1 : end + mark.length;
};

/** The closing angle of a tag, not one inside a quoted value. */
function tagEnd(text: string, tag: number): number {
  const first = text.indexOf('>', tag);
  // almost every tag ends right after a value's closing quote
  if (first < 0 || text.charCodeAt(first - 1) === 34) return first;
  // one walk over the tag: starting anew at each angle would take the square of its length
  let quote = 0;
  let valued = false;
  for (let i = tag + 1; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (quote !== 0) {
      if (c === quote) quote = 0;
    } else if (c === 62) return i;
    else if (c === 61) valued = true;
    else if (valued && (c === 34 || c === 39)) quote = c;
  }
  return -1;
}
