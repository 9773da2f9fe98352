import { z } from 'zod';
import { runCommand } from './run-command.ts';

z.config(z.locales.zhCN());

const stop = new AbortController();
let askedAt = 0;
// The first signal asks to end in order. One moment later it is the same signal on a second way (terminal and launcher);
// after that it is impatience: end at once, a database left behind is adopted the next time.
const ask = () => {
  if (askedAt === 0) askedAt = Date.now();
  else if (Date.now() - askedAt > 1000) process.exit(130);
  stop.abort();
};
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, ask);

const exitCode = await runCommand(process.argv.slice(2), {
  out: (text) => process.stdout.write(`${text}\n`),
  err: (text) => process.stderr.write(`${text}\n`),
  stopped: stop.signal,
});
// Whatever a command left open must not keep the shell waiting; what was written must still arrive.
process.stdout.write('', () => process.stderr.write('', () => process.exit(exitCode)));
