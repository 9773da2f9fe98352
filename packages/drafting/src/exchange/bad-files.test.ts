import { writeWorkbook, writeZip } from '@hujian/documents';
import { beforeAll, describe, expect, test } from 'vitest';
import type { EditionSource } from '../work.ts';
import { readNames } from './cells/names.ts';
import { writeExcel } from './excel/write-excel.ts';
import { ExchangeProblem } from './exchange-problem.ts';
import { exportEdition } from './export-edition.ts';
import { houseForm } from './form/house-form.ts';
import { importEdition } from './import-edition.ts';
import { detectEdition, readEdition } from './read-edition.ts';
import { TABLES, type TableName, type WrittenTables } from './tables/edition-tables.ts';
import { titlesOf, type WritingTables, writeTables } from './tables/write-tables.ts';
import { editions, options } from './testing/round-trip.ts';
import { writeWord } from './word/write-word.ts';

const found = editions.find(([id]) => id === 'five-good/2024');
if (!found) throw new Error('no edition five-good/2024');
const source: EditionSource = houseForm(found[1]);
const terms: WritingTables = {
  names: readNames(options.vocabulary, options.words),
  parameters: titlesOf(source.parameters),
  sentenceOf: () => '意思',
};
const files: Record<'yaml' | 'xlsx' | 'docx', Uint8Array> = {
  yaml: new Uint8Array(),
  xlsx: new Uint8Array(),
  docx: new Uint8Array(),
};

beforeAll(async () => {
  for (const as of ['yaml', 'xlsx', 'docx'] as const)
    files[as] = (await exportEdition(source, as, options)).bytes;
});

/** The edition's tables after somebody has written something into one cell of the first row. */
function edited(name: TableName, title: string, cell: string | null, row = 0): WrittenTables {
  const tables = writeTables(source, terms);
  const index = TABLES[name].columns.findIndex((column) => column.title === title);
  const cells = tables[name][row];
  if (index < 0 || !cells) throw new Error(`no cell ${name} ${title}`);
  cells[index] = cell;
  return tables;
}

async function problemsOf(bytes: Uint8Array): Promise<string[]> {
  const read = await readEdition(bytes, options);
  return 'problems' in read ? read.problems : read.errors;
}

const inExcel = async (tables: WrittenTables): Promise<string[]> =>
  problemsOf(await writeExcel(tables, { ...terms, title: '标准', words: [] }));
const inWord = async (tables: WrittenTables): Promise<string[]> =>
  problemsOf(await writeWord('标准', tables));

describe('a cell edited wrongly is named in words: sheet, row, column and what to write', () => {
  test.each([
    ['a number that is none', 'items', '分值', '三分', '工作表“条目”第4行“分值”（H4）：“三分”不是数字'],
    ['a required cell emptied', 'items', '标题', null, '工作表“条目”第4行“标题”（F4）：没有填写“标题”'],
    ['an unknown measure', 'checks', '量什么', '开会', '工作表“检查点”第4行“量什么”（F4）：不认识“开会”'],
    ['a check of no item', 'checks', '条目代码', 'XX-99', '“条目”里没有代码是“XX-99”的条目'],
    [
      'a day that there is not',
      'parameters',
      '从何日起',
      '2026-02-30',
      '工作表“参数”第4行“从何日起”（F4）：“2026-02-30”不是存在的日期',
    ],
    ['a parameter that there is not', 'checks', '数值', '开会次数（meetings）', '“参数”里也没有这个参数'],
    ['a bound without its number', 'checks', '数值', null, '写了“界限”，没有写它的数值'],
    [
      'a scope that is no field',
      'checks',
      '什么情况才查',
      '支部才查',
      '看不懂“支部才查”，请写成“项目：内容”',
    ],
    ['an unknown direction', 'parameters', '地方从严', '随便', '不认识“随便”'],
  ] as const)('%s', async (_name, table, title, cell, said) => {
    expect((await inExcel(edited(table, title, cell))).join('\n')).toContain(said);
  });

  test('the same in Word names the item, the check and the field', async () => {
    const [row] = writeTables(source, terms).checks;
    const problems = await inWord(edited('checks', '量什么', '开会'));
    expect(problems.join('\n')).toContain(`条目 ${row?.[0]} 的检查 ${row?.[1]}的“量什么”：不认识“开会”`);
  });

  test('what only the engine sees comes with its cell too, and the draft is made all the same', async () => {
    const bytes = await writeExcel(edited('about', '满分', '90'), { ...terms, title: '标准', words: [] });
    const read = await importEdition(bytes, options);
    if ('problems' in read) throw new Error(read.problems.join('\n'));
    expect(read.errors.join('\n')).toMatch(/工作表“基本信息”第9行“满分”（C9）：.*合计 100 分.*90 分不等/);
    expect(read.work.fullMarks).toBe(90);
  });
});

describe('another file, or what is left of one', () => {
  test('a workbook of other sheets is none of ours, and it is said what is missing', async () => {
    const bytes = await writeWorkbook({
      sheets: [
        { name: '花名册', title: '花名册', columns: [{ title: '姓名', kind: 'text', width: 9 }], rows: [] },
      ],
      about: {},
    });
    expect(await detectEdition(bytes)).toBeNull();
    expect((await problemsOf(bytes)).join('\n')).toContain('不是互鉴导出的标准：里面的工作表是“花名册”');
  });

  test('a sheet that was deleted is missed by its name', async () => {
    const { checks, ...rest } = writeTables(source, terms);
    expect(checks.length).toBeGreaterThan(0);
    const sheets = (['basis', 'items', 'parameters'] as const).map((name) => ({
      name: TABLES[name].title,
      title: '标准',
      columns: TABLES[name].columns.map(({ title }) => ({ title, kind: 'text' as const, width: 9 })),
      rows: rest[name],
    }));
    const bytes = await writeWorkbook({ sheets, about: {} });
    expect(await detectEdition(bytes)).toBe('xlsx');
    const said = (await problemsOf(bytes)).join('\n');
    expect(said).toContain('缺少工作表“检查点”');
    expect(said).toContain('没有找到“基本信息”');
  });

  test.each(['yaml', 'xlsx', 'docx'] as const)(
    'a %s cut anywhere never comes back as an edition without errors, and never throws',
    async (as) => {
      const whole = files[as];
      for (const part of [0.05, 0.3, 0.6, 0.9, 0.999]) {
        const cut = whole.subarray(0, Math.floor(whole.length * part));
        await detectEdition(cut);
        const problems = await problemsOf(cut);
        expect(problems.length, `cut at ${part}`).toBeGreaterThan(0);
        for (const problem of problems) expect(problem).toMatch(/[一-鿿]/);
      }
    },
  );

  test('texts, archives and nothing at all are none of ours', async () => {
    const text = new TextEncoder();
    const others = [
      new Uint8Array(),
      text.encode('一、组织建设\n1. 党员大会每季度召开一次。'),
      text.encode('title: 别的\nitems: []\n'),
      await writeZip([{ name: 'a.txt', content: '甲' }]),
    ];
    for (const bytes of others) {
      expect(await detectEdition(bytes)).toBeNull();
      expect(await problemsOf(bytes)).not.toEqual([]);
    }
  });

  test('a YAML file whose anchors unfold without end is refused and not unfolded', async () => {
    const lines = ['standard: x', 'label: y', 'a0: &a0 [x, x, x, x, x, x, x, x, x, x]'];
    for (let i = 1; i < 9; i++)
      lines.push(`a${i}: &a${i} [${Array.from({ length: 10 }, () => `*a${i - 1}`).join(', ')}]`);
    const bytes = new TextEncoder().encode(`${lines.join('\n')}\nchapters: [*a8]\n`);
    expect(await problemsOf(bytes)).not.toEqual([]);
  });
});

describe('nothing is lost silently', () => {
  test.each(['xlsx', 'docx'] as const)('what no column of %s holds is refused with its item', async (as) => {
    const text = JSON.stringify(source).replace('"measure":', '"kept":"extra","measure":');
    const odd = JSON.parse(text) as EditionSource;
    await expect(exportEdition(odd, as, options)).rejects.toThrow(ExchangeProblem);
    await expect(exportEdition(odd, as, options)).rejects.toThrow(/条目 .+ 的写法放不进/);
    await expect(exportEdition(odd, 'yaml', options)).resolves.toBeDefined();
  });
});
