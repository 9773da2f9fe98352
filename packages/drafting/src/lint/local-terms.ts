import type { Item } from '@hujian/engine';
import { bare } from '../propose/alike.ts';
import { find, type Linted, type LintRule } from './linted.ts';

/** 三有三带, 一编三定, 四议两公开: two numerals, each with what it sums up. */
const SUMMED =
  /[一二两三四五六七八九十双][\u4e00-\u9fa5]{1,2}[一二两三四五六七八九十双][\u4e00-\u9fa5]{1,3}?(?![\u4e00-\u9fa5]{0,0})/g;
const QUOTED = /[“"]([^“”"，。；\s]{2,12})[”"]/g;
const NUMERAL = /[一二两三四五六七八九十双]/;
/** Plain counts and dates. */
const PLAIN = /[年月日次季名人个户周天份条项岁半分每第到至]|[一二三四五六七八九十]是|之[一二三四五六七八九]/;

/** Words that sum up something by numbers and that no dictionary explains. */
export const localTerms: LintRule = (linted) => {
  const known = knownWords(linted);
  const said = new Set<string>();
  return linted.items.flatMap((item) =>
    termsIn(item).flatMap((term) => {
      if (said.has(term) || known.some((word) => word.includes(term) || term.includes(word))) return [];
      said.add(term);
      const text = `“${term}”没有解释，各地说法可能不同。请在用语词典里写明本地指的是什么，或在条目里直接写出来。`;
      return [find('unknown-term', 'note', item.code, null, text)];
    }),
  );
};

function knownWords({ context }: Linted): string[] {
  const { activities, documents, events, figures, tags } = context.vocabulary;
  const titles = [activities, documents, events, figures, tags].flatMap((list) =>
    Object.values(list).map(({ title }) => title),
  );
  return [...context.terms, ...titles].map(bare).filter((word) => word.length >= 2);
}

function termsIn({ title, text }: Item): string[] {
  const words = `${title}　${text}`;
  const quoted = [...words.matchAll(QUOTED)]
    .map(([, term = '']) => term)
    .filter((term) => NUMERAL.test(term));
  const summed = [...words.replace(QUOTED, '　').matchAll(SUMMED)].map(([term]) => term.slice(0, 5));
  const plain = summed.filter((term) => !PLAIN.test(term));
  return [...new Set([...quoted, ...plain].map(bare))];
}
