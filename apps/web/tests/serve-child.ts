/** The program in a process of its own, so that a test can really kill it: database address, data folder, port, days ahead of today. */
import { startServer } from '../../../apps/server/http/server.ts';

const [databaseUrl = '', dataFolder = '', port = '', ahead = '0'] = process.argv.slice(2);
const now = () => new Date(Date.now() + Number(ahead) * 86_400_000);
const { url } = await startServer({ databaseUrl, dataFolder, port: Number(port), work: false, now });
process.stdout.write(`${url}\n`);
