import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import {
  type Edition,
  type Item,
  itemsOf,
  parseEdition,
  parseVocabulary,
  runExample,
  sentence,
} from '@hujian/engine';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';

const folder = fileURLToPath(new URL('.', import.meta.url));
const read = (path: string): string => readFileSync(`${folder}${path}`, 'utf8');
const { vocabulary, errors: vocabularyErrors } = parseVocabulary(read('vocabulary.yaml'));

type Words = Record<string, Record<string, { name: string; aliases?: string[] }>>;
const words: Words = parse(read('vocabulary.yaml'));

const paths = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .flatMap(({ name }) => readdirSync(`${folder}${name}`).map((file) => `${name}/${file}`))
  .filter((path) => path.endsWith('.yaml'));

function parsed(path: string) {
  if (!vocabulary) throw new Error(`用词表有误：${vocabularyErrors.map((e) => e.message).join('；')}`);
  return parseEdition(read(path), vocabulary);
}

const editionsRead = new Map<string, Edition>();

function getEdition(path: string): Edition {
  const known = editionsRead.get(path);
  if (known) return known;
  const { edition, errors } = parsed(path);
  if (!edition) throw new Error(errors.map((e) => `第${e.line}行 ${e.message}`).join('\n'));
  editionsRead.set(path, edition);
  return edition;
}

const codes = (prefix: string, last: number): string[] =>
  Array.from({ length: last }, (_, i) => `${prefix}-${String(i + 1).padStart(2, '0')}`);

const vetoes = (edition: Edition, effect: 'item' | 'naming'): string[] =>
  itemsOf(edition)
    .flatMap((item) => item.checks.map((check) => ({ item, check })))
    .filter(({ check }) => check.moves.way === 'veto' && check.moves.effect === effect)
    .map(({ item, check }) => `${item.code} ${check.id}`);

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

describe('the community and agency standards', () => {
  const codesOf = (path: string): string[] => itemsOf(getEdition(path)).map((item) => item.code);

  test('no item of the source is lost: 16 of communities, 14 of agencies, in their order', () => {
    expect(codesOf('community-demonstration/2021.yaml')).toEqual(codes('CM', 16));
    expect(codesOf('agency-demonstration/2021.yaml')).toEqual(codes('AG', 14));
  });

  test('a standard that presumes another names a basic one of its own kind in the library', () => {
    const editions = paths.map(getEdition);
    for (const edition of editions.filter(({ presumes }) => presumes)) {
      const basic = editions.find(({ standard }) => standard === edition.presumes);
      expect([basic?.level, basic?.kind], edition.id).toEqual(['basic', edition.kind]);
    }
  });

  test('the source has one soft veto for communities and one hard veto for agencies', () => {
    const community = getEdition('community-demonstration/2021.yaml');
    const agency = getEdition('agency-demonstration/2021.yaml');
    expect(vetoes(community, 'item')).toEqual(['CM-01 no-blind-spot']);
    expect(vetoes(community, 'naming')).toEqual([]);
    expect(vetoes(agency, 'naming')).toEqual(['AG-05 no-failure']);
  });
});

describe('the standards of enterprises and of private firms and social organizations', () => {
  test('no item of the drafts is lost: 18 and 20 of enterprises, 16 and 20 of private ones', () => {
    const codesOf = (path: string): string[] => itemsOf(getEdition(path)).map((item) => item.code);
    expect(codesOf('soe-basic/2025.yaml')).toEqual(codes('SB', 18));
    expect(codesOf('soe-demonstration/2025.yaml')).toEqual(codes('SO', 20));
    expect(codesOf('private-basic/2025.yaml')).toEqual(codes('PB', 16));
    expect(codesOf('private-demonstration/2025.yaml')).toEqual(codes('PR', 20));
  });

  test('what nobody official has issued says that it is our draft', () => {
    const drafts = ['soe-basic', 'soe-demonstration', 'private-basic', 'private-demonstration'];
    for (const path of drafts.map((standard) => `${standard}/2025.yaml`)) {
      const [first] = getEdition(path).basis;
      expect(first?.document, path).toContain('互鉴标准库草案');
      expect(first?.note, path).toContain('平台草案');
    }
  });

  test('only the demonstration standards block naming, each in its item of bottom lines', () => {
    const naming = (path: string) => [...new Set(vetoes(getEdition(path), 'naming').map((v) => v.slice(0, 5)))];
    expect(naming('soe-basic/2025.yaml')).toEqual([]);
    expect(naming('soe-demonstration/2025.yaml')).toEqual(['SO-18']);
    expect(naming('private-basic/2025.yaml')).toEqual([]);
    expect(naming('private-demonstration/2025.yaml')).toEqual(['PR-20']);
  });
});

describe('the standards of schools, visits and demonstration sites, and the points methods', () => {
  const codesOf = (path: string): string[] => itemsOf(getEdition(path)).map((item) => item.code);
  const pointsMethods = ['branch-points/2025.yaml', 'soe-branch-points/2025.yaml'];

  test('no item is lost: 16 and 20 of schools, eight dimensions, eight items of the plan, five-good', () => {
    expect(codesOf('school-basic/2025.yaml')).toEqual(codes('XB', 16));
    expect(codesOf('school-demonstration/2025.yaml')).toEqual(codes('XD', 20));
    expect(codesOf('visit-dimensions/2020.yaml')).toEqual(codes('VD', 8));
    expect(codesOf('demonstration-site/2024.yaml')).toEqual(codes('SP', 8));
    expect(codesOf('five-good/2024.yaml')).toEqual(codes('FG', 15));
  });

  test('of what the sources say, the illegible and the outdated is marked where it stands', () => {
    const noteOf = (code: string) =>
      itemsOf(getEdition('demonstration-site/2024.yaml')).find((item) => item.code === code)?.note;
    expect(noteOf('SP-06')).toContain('认不出');
    expect(noteOf('SP-04')).toContain('只存不评');
    expect(noteOf('SP-07')).toContain('历史保存');
  });

  test.each(pointsMethods)('%s says why no points of persons are in it', (path) => {
    const edition = getEdition(path);
    expect(edition.level).toBe('scoring-sheet');
    expect(edition.note).toMatch(/只归本人和所在支部看.*不进这张表/);
  });

  test.each(pointsMethods)('%s gives nothing for more than was asked, but for helping others', (path) => {
    const bonus = itemsOf(getEdition(path))
      .flatMap((item) => item.checks)
      .filter((check) => check.moves.way === 'bonus');
    const rewarded = bonus.flatMap((check) => (check.measure === 'activities' ? check.activities : ['?']));
    expect([...new Set(rewarded)].sort()).toEqual(['co-building', 'pairing-help']);
  });
});

describe('the rural standards', () => {
  const source = getEdition('rural-basic/2019.yaml');
  const current = getEdition('rural-basic/2025.yaml');
  const demonstration = getEdition('rural-demonstration/2021.yaml');

  test('no item of the sources is lost: 42 basic, 23 demonstration, in their order', () => {
    expect(itemsOf(source).map((item) => item.code)).toEqual(codes('RB', 42));
    expect(itemsOf(current).map((item) => item.code)).toEqual(codes('RB', 42));
    expect(itemsOf(demonstration).map((item) => item.code)).toEqual(codes('RD', 23));
    expect(current.follows).toBe(source.id);
    expect(demonstration.presumes).toBe(source.standard);
  });

  test('the two basic editions differ where the rules changed: term, hours, life meeting', () => {
    const value = (edition: Edition, name: string) => edition.parameters[name]?.values.at(-1)?.value;
    const names = ['termYears', 'memberHours', 'teamHours', 'secretaryHours'];
    expect(names.map((name) => value(source, name))).toEqual([3, 24, 24, 24]);
    expect(names.map((name) => value(current, name))).toEqual([5, 32, 56, 56]);
    const lifeWindow = (edition: Edition) => {
      const check = itemsOf(edition).find((item) => item.code === 'RB-20')?.checks[0];
      return check?.measure === 'activities' && check.window.kind === 'every' ? check.window.period : null;
    };
    expect([lifeWindow(source), lifeWindow(current)]).toEqual(['half-year', 'year']);
  });

  test('hard vetoes block naming, soft ones cost only their item', () => {
    expect(vetoes(source, 'naming')).toEqual(['RB-10 no-bully', 'RB-42 no-evil-forces']);
    expect(vetoes(source, 'item')).toEqual(['RB-25 no-other-plates', 'RB-39 housing', 'RB-39 water']);
    expect(vetoes(demonstration, 'item')).toEqual(['RD-05 not-copied', 'RD-21 no-bad-customs']);
    expect(vetoes(demonstration, 'naming').map((veto) => veto.slice(0, 5))).toEqual([
      'RD-01',
      ...['RD-02', 'RD-02'],
      ...['RD-03', 'RD-03'],
      'RD-09',
      'RD-12',
      ...['RD-20', 'RD-20', 'RD-20'],
    ]);
  });

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
