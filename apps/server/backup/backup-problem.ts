/** A backup file that cannot be used, or a database that must not be overwritten; the message is for the reader. */
export class BackupProblem extends Error {
  override readonly name = 'BackupProblem';
  /** 1: the file is damaged or not ours. 2: the caller has to say something more. */
  readonly exitCode: 1 | 2;

  constructor(message: string, exitCode: 1 | 2 = 1) {
    super(message);
    this.exitCode = exitCode;
  }
}
