import type { EditionSource } from '../../work.ts';
import { houseCheck } from './house-check.ts';
import { inOrder, isPlain, listOf, type Plain } from './plain.ts';
import { tidyText } from './tidy-text.ts';

const BASIS = ['document', 'number', 'issuer', 'date', 'note'];
const ITEM = [
  'code',
  'number',
  'title',
  'text',
  'points',
  'strictness',
  'supplies',
  'flow',
  'source',
  'note',
  'checks',
  'examples',
];
const EDITION = [
  'edition',
  'standard',
  'label',
  'title',
  'kind',
  'level',
  'inForce',
  'basis',
  'follows',
  'presumes',
  'note',
  'appliesTo',
  'fullMarks',
  'parameters',
  'chapters',
];

/**
 * An edition's source the way the house writes it: keys in one order, one way to write what may be written in several.
 * Two sources that mean the same come out the same; what it does not know it leaves as it is.
 */
export function houseForm(source: EditionSource): EditionSource {
  const tidied = tidy(source) as Plain;
  const { appliesTo, parameters, label } = tidied;
  return inOrder(
    {
      ...tidied,
      ...(label === undefined ? {} : { label: asText(label) }),
      basis: listOf(tidied.basis).map(houseBasis),
      appliesTo: isPlain(appliesTo)
        ? inOrder(mapValues(appliesTo, oneOrMany), ['kind', 'level', 'form'])
        : appliesTo,
      parameters: isPlain(parameters) ? mapValues(parameters, houseParameter) : parameters,
      chapters: listOf(tidied.chapters).map(houseChapter),
    },
    EDITION,
  );
}

const houseChapter = (chapter: unknown): unknown =>
  isPlain(chapter)
    ? inOrder(
        {
          ...chapter,
          number: asText(chapter.number),
          title: asText(chapter.title),
          items: listOf(chapter.items).map(houseItem),
        },
        ['number', 'title', 'items'],
      )
    : chapter;

function houseItem(item: unknown): unknown {
  if (!isPlain(item)) return item;
  const { flow, source, examples } = item;
  const form = inOrder(
    {
      ...item,
      ...Object.fromEntries(
        ['code', 'number', 'title', 'text', 'note'].map((key) => [key, asText(item[key])]),
      ),
      strictness: item.strictness ?? 'must',
      flow: isPlain(flow) ? inOrder(mapValues(flow, asText), ['who', 'when', 'how']) : flow,
      source: isPlain(source) ? inOrder(mapValues(source, asText), ['document', 'item']) : source,
      checks: listOf(item.checks).map(houseCheck),
      ...(listOf(examples).length > 0 ? { examples: listOf(examples) } : { examples: undefined }),
    },
    ITEM,
  );
  return form;
}

function houseParameter(parameter: unknown): unknown {
  if (!isPlain(parameter)) return parameter;
  const values = listOf(parameter.values).map((value) =>
    isPlain(value)
      ? inOrder({ ...value, basis: houseBasis(value.basis) }, ['from', 'value', 'basis'])
      : value,
  );
  const day = (value: unknown): string => (isPlain(value) ? String(value.from) : '');
  return inOrder(
    {
      ...parameter,
      title: asText(parameter.title),
      unit: asText(parameter.unit),
      tighten: parameter.tighten ?? 'never',
      values: values.toSorted((a, b) => (day(a) < day(b) ? -1 : day(a) > day(b) ? 1 : 0)),
    },
    ['title', 'unit', 'tighten', 'values'],
  );
}

const houseBasis = (basis: unknown): unknown =>
  isPlain(basis) ? inOrder(mapValues(basis, asText), BASIS) : basis;

/** Texts may be written as numbers in YAML (`number: 18`). */
const asText = (value: unknown): unknown => (typeof value === 'number' ? String(value) : value);

export const oneOrMany = (value: unknown): unknown =>
  Array.isArray(value) && value.length === 1 ? value[0] : value;

const mapValues = (record: Plain, map: (value: unknown) => unknown): Plain =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value)]));

function tidy(value: unknown): unknown {
  if (typeof value === 'string') return tidyText(value) || undefined;
  if (typeof value === 'number') return value === 0 ? 0 : value;
  if (Array.isArray(value)) return value.map(tidy);
  if (!isPlain(value)) return value ?? undefined;
  const entries = Object.entries(value).map(([key, inner]) => [key, tidy(inner)] as const);
  return Object.fromEntries(entries.filter(([, inner]) => inner !== undefined));
}
