/** Why a file as a whole cannot be read; the message is for the person who sent it. */
export type FileProblemCode =
  | 'empty'
  | 'not-excel'
  | 'old-excel'
  | 'encrypted'
  | 'macros'
  | 'damaged'
  | 'too-large'
  | 'no-sheet';

export class FileProblem extends Error {
  readonly code: FileProblemCode;

  constructor(code: FileProblemCode, message: string) {
    super(message);
    this.name = 'FileProblem';
    this.code = code;
  }
}

export const damaged = (what: string): FileProblem =>
  new FileProblem(
    'damaged',
    `文件已损坏（${what}），读不出来。请在 Excel 或 WPS 里重新打开并“另存为”.xlsx 后再上传。`,
  );
