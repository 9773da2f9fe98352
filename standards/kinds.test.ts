import { type Edition, itemsOf } from '@hujian/engine';
import { describe, expect, test } from 'vitest';
import { codes, getEdition, paths, vetoes } from './read-library.ts';

describe('the community and agency standards', () => {
  const codesOf = (path: string): string[] => itemsOf(getEdition(path)).map((item) => item.code);

  test('no item of the source is lost: 16 of communities, 14 of agencies, in their order', () => {
    expect(codesOf('community-demonstration/2021.yaml')).toEqual(codes('CM', 16));
    expect(codesOf('agency-demonstration/2021.yaml')).toEqual(codes('AG', 14));
  });

  test('no item of our drafts is lost: 20 of communities, 16 of agencies, 18 of the six norms', () => {
    expect(codesOf('community-basic/2025.yaml')).toEqual(codes('CB', 20));
    expect(codesOf('agency-basic/2025.yaml')).toEqual(codes('AB', 16));
    expect(codesOf('agency-six-norms/2025.yaml')).toEqual(codes('SN', 18));
  });

  test('where the source breaks off the edition says so', () => {
    expect(getEdition('community-demonstration/2021.yaml').note).toContain('截断');
    expect(getEdition('agency-six-norms/2025.yaml').basis[0]?.note).toContain('只有六化的名目');
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
    const naming = (path: string) => [
      ...new Set(vetoes(getEdition(path), 'naming').map((v) => v.slice(0, 5))),
    ];
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
});
