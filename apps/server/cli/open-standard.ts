import { readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { largestSource, openSource, type Source, SourceProblem } from '@hujian/reader';
import { CommandProblem } from './command-problem.ts';

/** A written standard from a file of this machine; ends the command with a sentence where it cannot be read. */
export async function openStandard(file: string): Promise<Source> {
  const bytes = readBytes(file);
  try {
    return await openSource(bytes, basename(file));
  } catch (thrown) {
    if (thrown instanceof SourceProblem) throw new CommandProblem(1, `${basename(file)}：${thrown.message}`);
    throw thrown;
  }
}

/** The size is looked at first: a file that is too large is never read into memory. */
export function readBytes(file: string): Uint8Array {
  try {
    const about = statSync(file);
    if (!about.isFile()) throw new CommandProblem(2, `${file} 不是文件，请写出标准的文件。`);
    if (about.size > largestSource) {
      throw new CommandProblem(
        1,
        `${basename(file)} 超过 30 MB，不能读取。请删去图片和附件，或只留下标准的正文，另存后再试。`,
      );
    }
    return readFileSync(file);
  } catch (thrown) {
    if (thrown instanceof CommandProblem) throw thrown;
    throw new CommandProblem(2, `读不出文件 ${file}：请核对路径和权限。`);
  }
}
