import type { EditionPage } from '@hujian/contract';
import type { Item, Parameter } from '@hujian/engine';
import { editionOf } from '../../api/edition.ts';
import { amount, number } from '../../parts/words.ts';
import { words } from './words.ts';

export type Way = 'added' | 'removed' | 'changed' | 'same';

export interface Line {
  name: string;
  a: string;
  b: string;
}

export interface ItemDifference {
  code: string;
  title: string;
  way: Way;
  /** What differs, side by side. */
  lines: Line[];
  /** Why, as the newer edition says it. */
  notes: string[];
}

export interface ParameterDifference {
  name: string;
  title: string;
  way: Way;
  a: string;
  b: string;
  basis: unknown[];
}

const wayOf = (a: unknown, b: unknown, differs: boolean): Way => {
  if (a === undefined) return 'added';
  if (b === undefined) return 'removed';
  return differs ? 'changed' : 'same';
};

function itemsOf(page: EditionPage): Map<string, Item> {
  return new Map(
    editionOf(page).chapters.flatMap((chapter) => chapter.items.map((item) => [item.code, item])),
  );
}

function checkLines(a: EditionPage, b: EditionPage, left: Item | undefined, right: Item | undefined): Line[] {
  const titles = new Map(
    [...(left?.checks ?? []), ...(right?.checks ?? [])].map((one) => [one.id, one.title]),
  );
  const told = (page: EditionPage, item: Item | undefined, check: string) =>
    item?.checks.some((one) => one.id === check) === true
      ? (page.sentences[`${item.code}/${check}`]?.sentence ?? '')
      : '';
  return [...titles].map(([id, name]) => ({ name, a: told(a, left, id), b: told(b, right, id) }));
}

/** Item by item, matched by code: text, points and every check's sentence. */
export function itemDifferences(a: EditionPage, b: EditionPage): ItemDifference[] {
  const lefts = itemsOf(a);
  const rights = itemsOf(b);
  return [...new Set([...rights.keys(), ...lefts.keys()])].map((code) => {
    const left = lefts.get(code);
    const right = rights.get(code);
    const all: Line[] = [
      { name: words.itemTitle, a: left?.title ?? '', b: right?.title ?? '' },
      { name: words.itemText, a: left?.text ?? '', b: right?.text ?? '' },
      {
        name: words.itemPoints,
        a: left === undefined ? '' : words.points(number(left.points)),
        b: right === undefined ? '' : words.points(number(right.points)),
      },
      ...checkLines(a, b, left, right),
    ];
    const lines = all.filter((line) => line.a !== line.b);
    const shown = right ?? left;
    const notes = [right?.note, ...(right?.checks ?? []).map((check) => check.why)].filter(
      (note): note is string => note !== undefined,
    );
    return {
      code,
      title: `${shown?.number ?? ''}　${shown?.title ?? ''}`,
      way: wayOf(left, right, lines.length > 0),
      lines,
      notes: lines.length === 0 ? [] : [...new Set(notes)],
    };
  });
}

const valueText = (parameter: Parameter | undefined) =>
  parameter === undefined
    ? ''
    : [...new Set(parameter.values.map((one) => amount(one.value, parameter.unit)))].join(' → ');

/** Parameter by parameter, with the basis of the value on the right. */
export function parameterDifferences(a: EditionPage, b: EditionPage): ParameterDifference[] {
  const lefts = editionOf(a).parameters;
  const rights = editionOf(b).parameters;
  return [...new Set([...Object.keys(rights), ...Object.keys(lefts)])].map((name) => {
    const left = lefts[name];
    const right = rights[name];
    const texts = { a: valueText(left), b: valueText(right) };
    return {
      name,
      title: (right ?? left)?.title ?? name,
      way: wayOf(left, right, texts.a !== texts.b),
      ...texts,
      basis: (right ?? left)?.values.map((one) => one.basis) ?? [],
    };
  });
}
