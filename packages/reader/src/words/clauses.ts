import type { Folded } from '../numbers/fold.ts';
import { type Token, tokenise } from './tokens.ts';

/** A stretch between commas, with the words in brackets taken out of it. */
export interface Clause {
  start: number;
  end: number;
  tokens: Token[];
  /** The words without what stands in brackets. */
  text: string;
  aside: boolean;
  /** Of words in brackets: what stands before them in their own clause. */
  host: readonly Token[];
  /** It is followed by a colon: what comes belongs under it. */
  heads: boolean;
}

export interface Sentence {
  clauses: Clause[];
  /** Ended by a semicolon: the next sentence goes on in the same breath. */
  goesOn: boolean;
}

/** A passage cut into sentences; `main` is its text with the words in brackets blanked out. */
export interface Laid {
  folded: Folded;
  main: string;
  sentences: Sentence[];
}

export const BLANK = '\u0001';
const LONGEST_ASIDE = 120;
/** A text without punctuation is cut here, so that no rule has to look at all of it. */
const LONGEST_CLAUSE = 400;
const MOST_TOKENS = 80;

/** Pairs of brackets that close within reach, outermost first. */
function asides(tokens: readonly Token[]): Map<Token, Token> {
  const pairs = new Map<Token, Token>();
  const open: Token[] = [];
  for (const token of tokens) {
    if (token.kind === 'open') open.push(token);
    else if (token.kind === 'close') {
      const from = open.pop();
      if (from && open.length === 0 && token.start - from.start <= LONGEST_ASIDE) pairs.set(from, token);
    } else if (token.kind === 'stop') open.length = 0;
  }
  return pairs;
}

/** Characters of the passage without those in brackets. */
export function mainWords(main: string, start: number, end: number): string {
  const words = main.slice(start, end);
  return words.includes(BLANK) ? words.replaceAll(BLANK, '') : words;
}

export function layClauses(folded: Folded): Laid {
  const tokens = tokenise(folded.text);
  const pairs = asides(tokens);
  let main = '';
  let shown = 0;
  for (const [open, close] of pairs) {
    main += folded.text.slice(shown, open.start) + BLANK.repeat(close.end - open.start);
    shown = close.end;
  }
  main += folded.text.slice(shown);
  const sentences = cut(tokens, pairs, main, folded.text);
  return { folded, main, sentences };
}

function cut(
  tokens: readonly Token[],
  pairs: ReadonlyMap<Token, Token>,
  main: string,
  text: string,
): Sentence[] {
  const sentences: Sentence[] = [];
  let clauses: Clause[] = [];
  let own: Token[] = [];
  let start = 0;
  let pending: Clause[] = [];
  const close = (end: number, heads: boolean): void => {
    const words = mainWords(main, start, end);
    if (words !== '') clauses.push({ start, end, tokens: own, text: words, aside: false, host: [], heads });
    clauses.push(...pending);
    pending = [];
    own = [];
  };
  for (let i = 0; i < tokens.length; i += 1) {
    const token = tokens[i];
    if (!token) continue;
    const until = pairs.get(token);
    if (until) {
      const inner: Token[] = [];
      for (i += 1; i < tokens.length && tokens[i] !== until; i += 1) {
        const held = tokens[i];
        if (held) inner.push(held);
      }
      pending.push(...asideClauses(inner, token.end, until.start, text, [...own]));
    } else if (token.kind === 'break' || token.kind === 'stop') {
      close(token.start, text.charAt(token.start) === ':');
      start = token.end;
      if (token.kind === 'stop') {
        if (clauses.length > 0) sentences.push({ clauses, goesOn: text.charAt(token.start) === ';' });
        clauses = [];
      }
    } else {
      if (own.length >= MOST_TOKENS || token.start - start > LONGEST_CLAUSE) {
        close(token.start, false);
        start = token.start;
      }
      own.push(token);
    }
  }
  close(text.length, false);
  if (clauses.length > 0) sentences.push({ clauses, goesOn: false });
  return sentences;
}

function asideClauses(
  tokens: readonly Token[],
  from: number,
  end: number,
  text: string,
  host: readonly Token[],
): Clause[] {
  const out: Clause[] = [];
  let own: Token[] = [];
  let start = from;
  const close = (at: number): void => {
    if (at > start)
      out.push({ start, end: at, tokens: own, text: text.slice(start, at), aside: true, host, heads: false });
    own = [];
  };
  for (const token of tokens) {
    if (token.kind !== 'break' && token.kind !== 'stop') own.push(token);
    else {
      close(token.start);
      start = token.end;
    }
  }
  close(end);
  return out;
}
