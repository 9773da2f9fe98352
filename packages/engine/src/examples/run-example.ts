import { LineCounter, parseDocument } from 'yaml';
import { type Edition, FORMS, KINDS, LEVELS } from '../grammar/edition.ts';
import type { Item } from '../grammar/item.ts';
import { interpret } from '../interpret/interpret.ts';
import type { Standing, Verdict } from '../judge/standing.ts';
import type { LocalParameter } from '../parameters/local-parameter.ts';
import { Fields, isMap } from '../parse/fields.ts';
import { Report } from '../parse/report.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import { ExampleRows, KNOWN, PATH, SELF, SUPERIOR } from './example-rows.ts';
import { readGiven, readKept } from './read-given.ts';

const VERDICTS = ['met', 'unmet', 'not-applicable', 'not-known'] as const;

export interface ExampleOutcome {
  readonly name: string;
  /** What differs from what the example expects, or is wrong in the example itself; empty when all is well. */
  readonly problems: readonly string[];
  readonly standing: Standing | null;
}

/** Runs one acceptance example of an item through the interpreter and the judge. */
export function runExample(
  edition: Edition,
  item: Item,
  example: unknown,
  vocabulary: Vocabulary,
): ExampleOutcome {
  const report = new Report(parseDocument(''), new LineCounter());
  const place = { path: ['examples'], words: `条目 ${item.code} 的例子`, item: item.code };
  const fields = new Fields(example, place, report);
  const name = fields.optionalText('name') ?? '例子';
  const asOf = fields.day('asOf');
  const founded = fields.has('founded') ? fields.day('founded') : '2000-01-01';
  const into = new ExampleRows();
  addOrganizations(fields, edition, founded, into);
  readKept(fields, into, founded);
  const given = new Fields(fields.raw('given') ?? {}, fields.at('given'), report);
  readGiven(
    given,
    into,
    { asOf, founded, vocabulary },
    (check) => `${edition.standard}/${item.code}/${check}`,
  );
  const locals = readLocals(fields, edition);
  const expected = readExpected(fields);
  fields.close();
  if (report.errors.length > 0) {
    return { name, problems: report.errors.map((e) => `${e.path}：${e.message}`), standing: null };
  }
  const only: Edition = {
    ...edition,
    fullMarks: item.points,
    chapters: [{ number: '一', title: item.title, items: [item] }],
  };
  const standing = interpret({
    edition: only,
    asOf,
    knownAt: KNOWN,
    locals,
    rows: into.rows,
    organization: SELF,
    vocabulary,
  });
  if (!standing) return { name, problems: ['这个例子里的组织不在本版的适用范围内'], standing };
  return { name, problems: compare(standing, expected), standing };
}

interface Expected {
  readonly verdict: Verdict;
  readonly points?: number;
  readonly bonus?: number;
  readonly warnings?: number;
  readonly blocked?: boolean;
  readonly checks: Readonly<Record<string, unknown>>;
}

function readExpected(fields: Fields): Expected {
  const blocked = fields.flag('blocked');
  const checks = fields.raw('checks');
  return {
    verdict: fields.choice('expect', VERDICTS),
    ...(fields.has('points') ? { points: fields.number('points') } : {}),
    ...(fields.has('bonus') ? { bonus: fields.number('bonus') } : {}),
    ...(fields.has('warnings') ? { warnings: fields.number('warnings') } : {}),
    ...(blocked === undefined ? {} : { blocked }),
    checks: isMap(checks) ? checks : {},
  };
}

function compare(standing: Standing, expected: Expected): readonly string[] {
  const item = standing.items[0];
  if (!item) return ['没有得出结果'];
  const problems: string[] = [];
  const say = (what: string, wanted: unknown, got: unknown): void => {
    if (wanted !== undefined && wanted !== got)
      problems.push(`${what}：应为 ${String(wanted)}，得到 ${String(got)}`);
  };
  say('结论', expected.verdict, item.verdict);
  say('得分', expected.points, item.points);
  say('加分', expected.bonus, item.bonus);
  say('提醒', expected.warnings, item.warnings);
  say('挡住命名', expected.blocked, standing.blocked.includes(item.item));
  for (const [id, verdict] of Object.entries(expected.checks)) {
    say(`检查 ${id}`, verdict, item.checks.find((c) => c.check === id)?.verdict ?? '没有这个检查');
  }
  if (problems.length > 0) {
    problems.push(
      ...item.checks.map(
        (c) =>
          `（${c.check}：${c.verdict}${c.short ? ` ${c.short}` : ''}${c.measured.why ? ` ${c.measured.why}` : ''}）`,
      ),
    );
  }
  return problems;
}

function addOrganizations(fields: Fields, edition: Edition, founded: string, into: ExampleRows): void {
  const { kinds, levels } = edition.appliesTo;
  const span = {
    parent: SUPERIOR,
    unit: SELF,
    name: '例村党组织',
    form: fields.choice('form', FORMS, 'branch'),
    kind: fields.choice('kind', KINDS, kinds[0] ?? edition.kind),
    level: fields.choice('level', LEVELS, levels[0] ?? 'village'),
    valid_from: founded,
    valid_until: null,
  };
  into.rows.organizations.push({ county: 1, id: SUPERIOR, path: '1.', founded_on: '1949-10-01' });
  into.rows.organizations.push({ county: 1, id: SELF, path: PATH, founded_on: founded });
  into.rows.spans.push({ organization: SELF, ...span });
}

function readLocals(fields: Fields, edition: Edition): readonly LocalParameter[] {
  const raw = fields.raw('local');
  if (raw === undefined) return [];
  if (!isMap(raw)) {
    fields.fail('local', 'local 写成 { 参数名: 数 }');
    return [];
  }
  return Object.entries(raw).map(([parameter, value]) => ({
    organization: SUPERIOR,
    path: '1.',
    standard: edition.standard,
    parameter,
    value: Number(value),
    validFrom: '1990-01-01',
    validUntil: null,
    basis: { document: '例子里的地方规定' },
  }));
}
