import { once } from 'node:events';
import { type OpenDatabase, openDatabase } from '../cluster/open-database.ts';
import type { CommandAnswer, CommandContext, ExitCode, ReadyCommand } from './command.ts';
import { CommandProblem } from './command-problem.ts';
import { type CommandEntry, commands } from './commands/index.ts';
import { explainThrown } from './explain-thrown.ts';
import { describeCommand, describeCommands } from './help.ts';
import { explainIssues, readOptions, usage } from './read-options.ts';

/** Where a run writes (`out` the answer, `err` messages on the way) and what tells it to stop. */
export interface Surroundings {
  out(text: string): void;
  err(text: string): void;
  stopped: AbortSignal;
}

/** Runs one command line and returns its exit code; never throws. */
export async function runCommand(args: string[], around: Surroundings): Promise<ExitCode> {
  const json = args.includes('--json');
  const print = (answer: CommandAnswer) => around.out(json ? JSON.stringify(answer.json) : answer.text);
  try {
    const answer = await answerCommand(
      args.filter((one) => one !== '--json'),
      { json, say: around.err, stopped: around.stopped, answer: print },
    );
    if (answer) print(answer);
    return answer?.exitCode ?? 0;
  } catch (thrown) {
    const { exitCode, message } = explainThrown(thrown);
    around.err(message);
    if (json) around.out(JSON.stringify({ error: message, exitCode }));
    return exitCode;
  }
}

type Frame = Omit<CommandContext, 'openDatabase'>;

async function answerCommand(args: string[], frame: Frame): Promise<CommandAnswer | undefined> {
  const [name, ...rest] = args;
  if (name === undefined || name === 'help' || name === '--help' || name === '-h') return describeAll();
  const { command } = await getEntry(name).load();
  if (rest.includes('--help') || rest.includes('-h')) {
    return { text: describeCommand(command), json: { name, summary: command.summary } };
  }
  const given = readOptions(command, rest);
  const prepared = command.prepare(given);
  if ('issues' in prepared) {
    throw usage(command, explainIssues(command, given, prepared.issues));
  }
  return runWithDatabase(command, prepared.run, frame);
}

async function runWithDatabase(
  command: ReadyCommand,
  run: (context: CommandContext) => Promise<CommandAnswer | undefined>,
  frame: Frame,
): Promise<CommandAnswer | undefined> {
  let opened: Promise<OpenDatabase> | undefined;
  const open: CommandContext['openDatabase'] = (options) => {
    opened ??= openDatabase({ ...options, log: frame.say });
    return opened;
  };
  try {
    const running = run({ ...frame, openDatabase: open });
    return await (command.endsItself ? running : Promise.race([running, interrupted(frame.stopped)]));
  } finally {
    // A database that could not be opened has said so already.
    const database = await opened?.catch(() => undefined);
    await database?.close();
  }
}

async function interrupted(stopped: AbortSignal): Promise<never> {
  if (!stopped.aborted) await once(stopped, 'abort');
  throw new CommandProblem(3, '已中断；没有完成的部分不会生效。');
}

function getEntry(name: string): CommandEntry {
  const entry = commands.find((one) => one.name === name);
  if (entry) return entry;
  throw new CommandProblem(
    2,
    `没有命令“${name}”。可用的命令：${commands.map((one) => one.name).join('、')}。用法见 hujian --help。`,
  );
}

function describeAll(): CommandAnswer {
  return {
    text: describeCommands(commands),
    json: { commands: commands.map(({ name, summary }) => ({ name, summary })) },
  };
}
