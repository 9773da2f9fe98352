import { parentPort, workerData } from 'node:worker_threads';
import { plan } from '@hujian/panel';
import { markCodes, type PlanTask, unmarkPlan } from './plan-task.ts';

/** Runs beside the server, which goes on answering: two hundred villages take seconds. */
const { input, names } = workerData as PlanTask;
parentPort?.postMessage(unmarkPlan(await plan(markCodes(input)), names));
