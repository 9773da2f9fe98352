import { LineCounter, parseDocument } from 'yaml';
import { GRADES } from '../grammar/check.ts';
import { freeze } from '../grammar/freeze.ts';
import { REGISTERS } from '../grammar/register.ts';
import { Fields, isMap } from '../parse/fields.ts';
import { below, type ParseError, type Place, Report } from '../parse/report.ts';
import { sayInstead } from '../parse/suggest.ts';
import type { Vocabulary, Word, Words } from './vocabulary.ts';

const WORD = /^[a-z0-9][a-z0-9-]*$/;
type Read<T> = (fields: Fields, title: string) => T;

/** `code: 名称` or `code: { name: 名称, … }`; keys that the engine does not need are the importer's. */
function readWords<T>(fields: Fields, key: string, required: boolean, read: Read<T>): Record<string, T> {
  const raw = fields.raw(key);
  const words: Record<string, T> = {};
  if (raw === undefined && !required) return words;
  if (!isMap(raw)) {
    fields.fail(key, `词汇表缺少 ${key}（代码: 中文名 的一组）`);
    return words;
  }
  for (const [code, value] of Object.entries(raw)) {
    const place: Place = { ...below(fields.place, key, code), words: `词汇 ${key}.${code}` };
    if (!WORD.test(code)) fields.report.add(place, `代码 “${code}” 只能用小写字母、数字和连字符`);
    const entry = new Fields(typeof value === 'string' ? { name: value } : value, place, fields.report);
    words[code] = read(entry, entry.text('name'));
  }
  return words;
}

const plain: Read<Word> = (_fields, title) => ({ title });

/** Reads standards/vocabulary.yaml; the vocabulary is null when there are errors. */
export function parseVocabulary(text: string): {
  readonly vocabulary: Vocabulary | null;
  readonly errors: readonly ParseError[];
} {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const report = new Report(document, lines);
  const place: Place = { path: [], words: '', item: null };
  for (const error of document.errors) {
    report.errors.push({
      item: null,
      path: '',
      line: error.linePos?.[0].line ?? 1,
      message: `YAML 写法有误：${error.message}`,
    });
  }
  if (report.errors.length > 0) return { vocabulary: null, errors: report.errors };
  const fields = new Fields(document.toJS(), place, report);
  const vocabulary: Vocabulary = {
    activities: readWords(fields, 'activities', true, (f, title) => ({
      title,
      register: f.choice('register', REGISTERS, 'activities'),
      unit: f.optionalText('unit') ?? '次',
    })),
    posts: readWords(fields, 'posts', true, plain),
    postGroups: readWords(fields, 'postGroups', true, (f, title) => ({ title, posts: f.words('posts') })),
    figures: readWords(fields, 'figures', true, (f, title) => ({ title, unit: f.text('unit') })),
    documents: readWords(fields, 'documents', true, plain),
    events: readWords(fields, 'events', true, (f, title) => ({ title, state: f.flag('state') ?? false })),
    polls: readWords(fields, 'polls', true, plain),
    educations: readWords(fields, 'educations', true, (f, title) => ({ title, rank: f.number('value') })),
    grades: readGrades(fields),
    tags: readWords(fields, 'tags', false, plain),
    stages: readStages(fields),
    ways: readWords(fields, 'ways', false, plain),
  };
  requireWords(vocabulary, report, place);
  return report.errors.length > 0
    ? { vocabulary: null, errors: report.errors }
    : { vocabulary: freeze(vocabulary), errors: [] };
}

/** Each kind of activity lists its own stages in order; a code means the same wherever it stands. */
function readStages(fields: Fields): Words {
  const stages: Record<string, Word> = {};
  const activities = fields.raw('activities');
  if (!isMap(activities)) return stages;
  for (const [activity, entry] of Object.entries(activities)) {
    if (!isMap(entry) || !isMap(entry.stages)) continue;
    for (const [code, title] of Object.entries(entry.stages)) {
      const known = stages[code];
      if (known && known.title !== title) {
        const message = `步骤 ${code} 已经叫“${known.title}”，不能又叫“${String(title)}”，请换一个代码`;
        fields.report.add(below(fields.place, 'activities', activity, 'stages'), message);
      }
      stages[code] = { title: String(title) };
    }
  }
  return stages;
}

function readGrades(fields: Fields): Vocabulary['grades'] {
  const words = readWords(fields, 'grades', true, plain);
  for (const code of Object.keys(words)) {
    if (!GRADES.some((g) => g === code)) fields.fail('grades', sayInstead('grades', code, GRADES));
  }
  const grade = (code: string): Word => words[code] ?? { title: code };
  return {
    branch: grade('branch'),
    township: grade('township'),
    county: grade('county'),
    city: grade('city'),
    province: grade('province'),
  };
}

function requireWords(vocabulary: Vocabulary, report: Report, place: Place): void {
  if (!vocabulary.activities['re-election']) {
    report.add(below(place, 'activities'), '活动里缺少 re-election（换届选举），任期从它算起，请补上');
  }
  if (!vocabulary.postGroups.committee) {
    report.add(below(place, 'postGroups'), '职务组里缺少 committee（班子成员），请补上');
  }
  for (const [code, group] of Object.entries(vocabulary.postGroups)) {
    for (const post of group.posts) {
      if (!vocabulary.posts[post]) {
        const message = `职务组 ${code} 的 ${sayInstead('posts', post, Object.keys(vocabulary.posts))}`;
        report.add(below(place, 'postGroups', code, 'posts'), message);
      }
    }
  }
}
