import type { ExitCode } from './command.ts';

/** Ends a command with a sentence for the reader and the exit code that fits. */
export class CommandProblem extends Error {
  override readonly name = 'CommandProblem';
  readonly exitCode: ExitCode;

  constructor(exitCode: ExitCode, message: string) {
    super(message);
    this.exitCode = exitCode;
  }
}
