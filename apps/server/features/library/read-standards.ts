import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Edition, parseEdition, parseVocabulary, type Vocabulary } from '@hujian/engine';
import { parse } from 'yaml';

/** The folder of the law: editions and the vocabulary. */
export const standardsFolder = join(import.meta.dirname, '../../../../standards');

export interface VocabularyFile {
  vocabulary: Vocabulary;
  /** The file as it is written: names, aliases and notes for screens and templates. */
  words: Record<string, unknown>;
}

/** Reads standards/vocabulary.yaml; throws with file, line and what to write instead. */
export function readVocabulary(folder = standardsFolder): VocabularyFile {
  const file = join(folder, 'vocabulary.yaml');
  const text = readFileSync(file, 'utf8');
  const { vocabulary, errors } = parseVocabulary(text);
  if (!vocabulary) throw new Error(describe(file, errors));
  return { vocabulary, words: parse(text) as Record<string, unknown> };
}

/** A file of the law, not read yet. */
export interface EditionFile {
  /** 'rural-basic/2019.yaml' */
  name: string;
  path: string;
  text: string;
}

/** Every standards/<standard>/<label>.yaml in the order of names. */
export function listEditionFiles(folder = standardsFolder): EditionFile[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap((entry) =>
      readdirSync(join(folder, entry.name))
        .filter((name) => name.endsWith('.yaml'))
        .map((name) => `${entry.name}/${name}`),
    )
    .sort()
    .map((name) => ({ name, path: join(folder, name), text: readFileSync(join(folder, name), 'utf8') }));
}

/** Throws with file, line and what to write instead. */
export function readEdition({ path, text }: EditionFile, vocabulary: Vocabulary): Edition {
  const { edition, errors } = parseEdition(text, vocabulary);
  if (!edition) throw new Error(describe(path, errors));
  return edition;
}

/** Reads the whole law. */
export const readEditions = (vocabulary: Vocabulary, folder = standardsFolder): Edition[] =>
  listEditionFiles(folder).map((file) => readEdition(file, vocabulary));

function describe(file: string, errors: readonly { line: number; message: string }[]): string {
  const first = errors.slice(0, 5).map(({ line, message }) => `  第${line}行：${message}`);
  return `标准文件 ${file} 有${errors.length}处错误，请改正后重新启动：\n${first.join('\n')}`;
}
