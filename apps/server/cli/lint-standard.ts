import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import {
  assemble,
  detectEdition,
  type EditionSource,
  type Finding,
  lint,
  propose,
  readEdition,
} from '@hujian/drafting';
import { readDraft } from '@hujian/reader';
import { parse, YAMLParseError } from 'yaml';
import { readLintContext } from '../features/library/read-lint-context.ts';
import { readVocabulary, standardsFolder } from '../features/library/read-standards.ts';
import { CommandProblem } from './command-problem.ts';
import { describePlace } from './describe-draft.ts';
import { openStandard, readBytes } from './open-standard.ts';

/** One edition and what was found in it. */
export interface LintedStandard {
  /** `<standard>/<label>`; null for a written standard that is no edition yet. */
  edition: string | null;
  title: string;
  findings: Finding[];
  /** Sentences of a written standard that no check was found for. */
  unplaced: number;
}

/** An edition of the program's own library, or null where the name is not one of its form. */
export function lintLibrary(name: string, day: string): LintedStandard[] | null {
  if (!/^[a-z0-9-]+\/[a-z0-9.-]+$/.test(name) || existsSync(name)) return null;
  const path = join(standardsFolder, `${name}.yaml`);
  if (!existsSync(path)) {
    const known = listEditions();
    throw new CommandProblem(2, `标准库里没有 ${name}，也没有这个文件。可用的版本：${known.join('、')}。`);
  }
  return [lintYaml(readFileSync(path, 'utf8'), name, day)];
}

const listEditions = (): string[] =>
  readdirSync(standardsFolder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name }) =>
      readdirSync(join(standardsFolder, name))
        .filter((file) => file.endsWith('.yaml'))
        .map((file) => `${name}/${file.replace(/\.yaml$/, '')}`),
    );

/** A file: an edition in YAML or as it was exported, or any written standard, taken as it is proposed. */
export async function lintFile(
  file: string,
  day: string,
  say: (message: string) => void,
): Promise<LintedStandard[]> {
  if (/\.ya?ml$/i.test(file)) {
    const text = new TextDecoder().decode(readBytes(file));
    return [lintYaml(text, basename(file), day)];
  }
  const bytes = readBytes(file);
  if ((await detectEdition(bytes)) !== null) return [await lintExported(bytes, basename(file), day)];
  const source = await openStandard(file);
  for (const { text, at } of source.notes) say(at ? `${describePlace(at)}：${text}` : text);
  const drafts = readDraft(source).filter(({ chapters }) => chapters.some(({ items }) => items.length > 0));
  if (drafts.length === 0) {
    throw new CommandProblem(
      1,
      `在 ${basename(file)} 里没有找到条目：它打得开，但不像一份标准。请核对是否选对了文件。`,
    );
  }
  const vocabulary = readVocabulary();
  const context = readLintContext(day, vocabulary);
  return drafts.map((draft) => {
    const work = propose(draft, vocabulary.vocabulary, vocabulary.words, { day });
    // Basis and day are given when it is published; until then the file itself is what it rests on.
    const basis = [{ document: basename(file), issuer: '发布时填写', date: day }];
    const header = { standard: 'draft', label: 'proposed', inForce: day, basis };
    const edition = assemble(work, header, { undecided: 'accept', evenPoints: 1 });
    const proposals = work.chapters.flatMap(({ items }) => items).flatMap((item) => item.proposals);
    return {
      edition: null,
      title: work.title,
      findings: lint(edition, context),
      unplaced: proposals.filter(({ check }) => check === null).length,
    };
  });
}

/** An edition that left as Excel or Word is the edition again, not a text to be read anew. */
async function lintExported(bytes: Uint8Array, name: string, day: string): Promise<LintedStandard> {
  const vocabulary = readVocabulary();
  const read = await readEdition(bytes, vocabulary);
  if ('problems' in read) throw new CommandProblem(1, `${name}：${read.problems.join('')}`);
  return lintSource(read.source, name, day);
}

const lintYaml = (text: string, name: string, day: string): LintedStandard =>
  lintSource(readYaml(text, name), name, day);

function lintSource(source: EditionSource, name: string, day: string): LintedStandard {
  const { edition, title } = source;
  return {
    edition: typeof edition === 'string' ? edition : null,
    title: typeof title === 'string' ? title : name,
    findings: lint(source, readLintContext(day, readVocabulary())),
    unplaced: 0,
  };
}

function readYaml(text: string, name: string): EditionSource {
  try {
    const source: unknown = parse(text);
    if (typeof source === 'object' && source !== null && !Array.isArray(source)) return { ...source };
  } catch (thrown) {
    if (!(thrown instanceof YAMLParseError)) throw thrown;
    const line = thrown.linePos?.[0].line ?? 1;
    throw new CommandProblem(1, `${name} 第 ${line} 行 YAML 写法有误，请改正后再试。`);
  }
  throw new CommandProblem(1, `${name} 不是一份标准：应当是“edition、title、chapters……”这样的内容。`);
}
