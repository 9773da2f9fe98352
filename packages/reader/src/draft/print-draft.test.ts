import { expect, test } from 'vitest';
import { textOf } from '../testing/source-of.ts';
import { printDraft } from './print-draft.ts';
import { readDraft } from './read-draft.ts';

const ONE = '农村党支部建设标准\n一、组织生活\n1.党员大会每季度召开1次，少1次扣1分。';
const TWO = `${ONE}\n社区党组织建设标准\n一、组织生活\n1.支委会每月召开1次。`;

test('one edition is printed as an object, several as an array in the file’s order', () => {
  expect(printDraft(readDraft(textOf(ONE)))).toMatchObject({ title: '农村党支部建设标准', kind: 'rural' });
  expect(printDraft(readDraft(textOf(TWO)))).toMatchObject([{ kind: 'rural' }, { kind: 'community' }]);
});

test('the words that a check was read from are for the screen and are not printed; its place is', () => {
  const [edition] = readDraft(textOf(ONE));
  const read = edition?.chapters[0]?.items[0];
  expect(read?.checks[0]?.words).toContain('每季度');
  const printed = JSON.stringify(printDraft(readDraft(textOf(ONE))));
  expect(printed).not.toContain('"words"');
  expect(printed).toContain('"activity":"general-meeting"');
  expect(printed).toContain('"at":{"paragraph":3}');
});

test('a text in which nothing is a standard gives one edition without items, all of it left', () => {
  const [edition, ...more] = readDraft(textOf('今天天气很好。\n我们去开会。'));
  expect(more).toEqual([]);
  expect(edition?.chapters).toEqual([]);
  expect(edition?.left.map((l) => l.text)).toEqual(['今天天气很好。', '我们去开会。']);
});
