import { type Edition, type Item, itemsOf, runExample, sentence } from '@hujian/engine';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { getEdition, parsed, paths, read, vocabulary, vocabularyErrors, words } from './read-library.ts';

// A general branch of more than 50 is what the check's own condition asks for: it only shows the number.
const CANNOT_FAIL = ['RB-01 general-branch-size'];

function runExamples(edition: Edition, item: Item) {
  if (!vocabulary) throw new Error('用词表有误');
  return item.examples.map((example) => runExample(edition, item, example, vocabulary));
}

const hasExample = (item: Item, ...verdicts: string[]): boolean =>
  item.examples.some((example) => {
    const { expect: verdict, warnings } = example as { expect: string; warnings?: number };
    return verdicts.includes(verdict) || (verdicts.includes('warning') && (warnings ?? 0) > 0);
  });

describe('vocabulary', () => {
  test('a misspelt key or a stage with two titles does not get in', () => {
    expect(vocabularyErrors).toEqual([]);
  });

  test('no Chinese name or alias means two codes, so an import is never in doubt', () => {
    for (const [section, entries] of Object.entries(words)) {
      const seen = new Map<string, string>();
      for (const [code, { name, aliases = [] }] of Object.entries(entries)) {
        for (const word of [name, ...aliases]) {
          expect(seen.get(word) ?? code, `${section}: ${word}`).toBe(code);
          seen.set(word, code);
        }
      }
    }
  });

  test('the glossary names every code', () => {
    const glossary = read('../docs/glossary.md');
    const sections = [
      'registers',
      'activities',
      'posts',
      'postGroups',
      'figures',
      'documents',
      'events',
      'polls',
    ];
    const missing = sections.flatMap((section) =>
      Object.entries(words[section] ?? {})
        .filter(([code, { name }]) => !glossary.includes(`\`${code}\` ${name}`))
        .map(([code]) => `${section}.${code}`),
    );
    expect(missing).toEqual([]);
  });
});

describe.each(paths)('edition %s', (path) => {
  test('reads without an error: codes, units, bounds, sums of points', () => {
    expect(parsed(path).errors.map((e) => `第${e.line}行 ${e.message}`)).toEqual([]);
  });

  test('points add up to 100 and stand in the folder of their standard', () => {
    const edition = getEdition(path);
    expect(`${edition.id}.yaml`).toBe(path);
    expect(edition.fullMarks).toBe(100);
    expect(itemsOf(edition).reduce((sum, item) => sum + item.points * 1000, 0)).toBeCloseTo(100_000, 6);
  });

  test('every number that a locality may tighten says where it comes from', () => {
    for (const parameter of Object.values(getEdition(path).parameters)) {
      for (const { basis } of parameter.values) {
        expect(basis.document, parameter.name).not.toBe('');
        expect(basis.issuer, parameter.name).toBeTruthy();
        expect(basis.date, parameter.name).toMatch(/^\d{4}-\d{2}-\d{2}$/);
      }
    }
  });

  test('no parameter is left unused, where changing it would do nothing', () => {
    const edition = getEdition(path);
    const rules = JSON.stringify(edition.chapters);
    const idle = Object.keys(edition.parameters).filter((name) => !rules.includes(`{"parameter":"${name}"}`));
    expect(idle).toEqual([]);
  });

  test('every item says who supplies it, when and how, and where it comes from', () => {
    for (const item of itemsOf(getEdition(path))) {
      expect(item.supplies, item.code).toBeTruthy();
      expect(Object.values(item.flow ?? {}), item.code).toHaveLength(3);
      expect(item.source?.item, item.code).toBeTruthy();
    }
  });

  test('every item has an example that is met, one that falls short and one that is not known', () => {
    for (const item of itemsOf(getEdition(path))) {
      expect(hasExample(item, 'met'), `${item.code} met`).toBe(true);
      expect(hasExample(item, 'unmet', 'warning'), `${item.code} unmet or warning`).toBe(true);
      expect(hasExample(item, 'not-known'), `${item.code} not-known`).toBe(true);
    }
  });

  test('every example comes out as it says', () => {
    const edition = getEdition(path);
    const problems = itemsOf(edition).flatMap((item) =>
      runExamples(edition, item)
        .filter((outcome) => outcome.problems.length > 0)
        .map((outcome) => `${item.code} ${outcome.name}：${outcome.problems.join('；')}`),
    );
    expect(problems).toEqual([]);
  });

  test.each(['branch', 'general-branch', 'committee'])(
    'a %s of which nothing is recorded is never unmet',
    (form) => {
      if (!vocabulary) throw new Error('用词表有误');
      const edition = getEdition(path);
      const blank = { asOf: '2026-12-31', form, kept: 'none', expect: 'not-known' };
      const judged = itemsOf(edition).map(
        (item) => runExample(edition, item, blank, vocabulary).standing?.items[0],
      );
      const wrong = judged.filter(
        (item) => item?.verdict !== 'not-known' && item?.verdict !== 'not-applicable',
      );
      expect(wrong.map((item) => `${item?.item} ${item?.verdict}`)).toEqual([]);
    },
  );

  test('every check is told in a Chinese sentence without a code or an empty word in it', () => {
    if (!vocabulary) throw new Error('用词表有误');
    const edition = getEdition(path);
    const values = Object.fromEntries(
      Object.values(edition.parameters).map(({ name, values }) => [name, values.at(-1)?.value ?? Number.NaN]),
    );
    for (const item of itemsOf(edition)) {
      for (const check of item.checks) {
        expect(sentence(check, values, vocabulary), `${item.code} ${check.id}`).toMatch(/^[^a-zA-Z]{6,}。$/);
      }
    }
  });

  test('every check is met in some example, and falls short in another unless it is only encouraged', () => {
    const edition = getEdition(path);
    const never = itemsOf(edition).flatMap((item) => {
      const standings = runExamples(edition, item).flatMap((o) => o.standing?.items[0]?.checks ?? []);
      const seen = new Set(standings.map(({ check, verdict }) => `${check} ${verdict}`));
      return item.checks.flatMap(({ id, strictness }) => [
        ...(seen.has(`${id} met`) ? [] : [`${item.code} ${id} met`]),
        ...(seen.has(`${id} unmet`) || strictness === 'encouraged' ? [] : [`${item.code} ${id}`]),
      ]);
    });
    expect(never.filter((check) => !CANNOT_FAIL.includes(check))).toEqual([]);
  });
});

describe('terms', () => {
  test('the dictionary of local terms points at items and codes that exist', () => {
    interface Term {
      term: string;
      usedIn: string[];
      codes?: string[];
    }
    const { terms }: { terms: Term[] } = parse(read('terms.yaml'));
    const items = new Set(paths.flatMap((path) => itemsOf(getEdition(path)).map((item) => item.code)));
    const known = new Set([
      ...Object.values(words).flatMap((entries) => Object.keys(entries)),
      ...Object.keys(vocabulary?.stages ?? {}),
    ]);
    for (const { term, usedIn, codes: used = [] } of terms) {
      expect(
        usedIn.filter((code) => !items.has(code)),
        term,
      ).toEqual([]);
      expect(
        used.filter((code) => !known.has(code)),
        term,
      ).toEqual([]);
    }
  });
});
