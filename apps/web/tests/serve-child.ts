/** The program in a process of its own, so that a test can really kill it: database address, data folder, port. */
import { startServer } from '../../../apps/server/http/server.ts';

const [databaseUrl = '', dataFolder = '', port = ''] = process.argv.slice(2);
const { url } = await startServer({ databaseUrl, dataFolder, port: Number(port), work: false });
process.stdout.write(`${url}\n`);
