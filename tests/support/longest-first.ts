import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Begins with what takes longest, so that no worker is left alone with it: a file weighs what it and its scenes weigh. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const weights = new Map(files.map((file) => [file, weigh(file.moduleId)]));
    const apart = (file: TestSpecification) => Number(file.project.config.isolate);
    return files.toSorted((a, b) => apart(b) - apart(a) || (weights.get(b) ?? 0) - (weights.get(a) ?? 0));
  }
}

function weigh(path: string): number {
  const text = readFileSync(path, 'utf8');
  const beside = [...text.matchAll(/from '(\.\/(?:[\w-]+-scenes|whole-round-[\w-]+)\.ts)'/g)];
  const sizes = beside.map(([, file = '']) => readFileSync(join(dirname(path), file)).length);
  return sizes.reduce((sum, size) => sum + size, text.length);
}
