import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout's folder. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** A path below the checkout. */
export const inRoot = (...parts) => join(root, ...parts);

/** Messages go to stderr: stdout belongs to the answer of a command. */
export const say = (message) => process.stderr.write(`${message}\n`);

/** Ends with a sentence for the reader; 3 means that the environment is in the way. */
export function give(message) {
  say(message);
  process.exit(3);
}
