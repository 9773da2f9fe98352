import type { z } from 'zod';
import type { OpenDatabase } from '../cluster/open-database.ts';

/** 0 done · 1 the answer is no · 2 wrong usage · 3 the environment is in the way · 4 refused. */
export type ExitCode = 0 | 1 | 2 | 3 | 4;

/** What a command has to say: `json` is its one object for --json, `text` the same for a reader. */
export interface CommandAnswer {
  exitCode?: ExitCode;
  json: object;
  text: string;
}

/** What the frame hands to a command. */
export interface CommandContext {
  json: boolean;
  /** A message on the way, to stderr: never part of the answer. */
  say(message: string): void;
  /** Aborted by Ctrl+C or a request to end. */
  stopped: AbortSignal;
  /** Prints the answer now: for a command that goes on working; it then returns nothing. */
  answer(answer: CommandAnswer): void;
  /** The installation's database; opened at the first call, closed by the frame when the command ends. */
  openDatabase(options?: { exclusive?: boolean }): Promise<OpenDatabase>;
}

/**
 * One command. The keys of `options` become --kebab-case options (a boolean is a switch); `.describe()` is their line
 * in the help. Keys named in `positionals` are given by place instead, in that order.
 */
export interface Command<Options extends z.ZodObject> {
  name: string;
  summary: string;
  positionals?: (keyof z.output<Options> & string)[];
  options: Options;
  /** The command ends by itself when `stopped` is aborted; others are left where they are. */
  endsItself?: boolean;
  run(context: CommandContext, options: z.output<Options>): Promise<CommandAnswer | undefined>;
}

/** A command as the frame handles it, whatever its options. */
export interface ReadyCommand {
  name: string;
  summary: string;
  positionals: string[];
  shape: z.ZodObject['shape'];
  endsItself: boolean;
  prepare(given: Record<string, unknown>): { run: RunCommand } | { issues: z.core.$ZodIssue[] };
}

type RunCommand = (context: CommandContext) => Promise<CommandAnswer | undefined>;

/** Declares a command; its file exports the result as `command` and is listed in commands/index.ts. */
export function defineCommand<Options extends z.ZodObject>(command: Command<Options>): ReadyCommand {
  return {
    name: command.name,
    summary: command.summary,
    positionals: command.positionals ?? [],
    shape: command.options.shape,
    endsItself: command.endsItself ?? false,
    prepare: (given) => {
      const parsed = command.options.safeParse(given);
      return parsed.success
        ? { run: (context) => command.run(context, parsed.data) }
        : { issues: parsed.error.issues };
    },
  };
}
