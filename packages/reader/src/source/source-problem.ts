/** A file that cannot be read. The message is Chinese: what is wrong and what to do. */
export class SourceProblem extends Error {
  override name = 'SourceProblem';
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}
