import { z } from 'zod';
import { runCommand } from './run-command.ts';

z.config(z.locales.zhCN());

const stop = new AbortController();
// The first signal asks to end in order; a second one ends at once (a database left behind is adopted the next time).
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => stop.abort());

const exitCode = await runCommand(process.argv.slice(2), {
  out: (text) => process.stdout.write(`${text}\n`),
  err: (text) => process.stderr.write(`${text}\n`),
  stopped: stop.signal,
});
// Whatever a command left open must not keep the shell waiting; what was written must still arrive.
process.stdout.write('', () => process.stderr.write('', () => process.exit(exitCode)));
