import { tasks as account } from '../features/account/tasks.ts';
import { tasks as drafts } from '../features/drafts/tasks.ts';
import { tasks as imports } from '../features/imports/tasks.ts';
import { tasks as results } from '../features/results/tasks.ts';
import { tasks as standings } from '../features/standings/tasks.ts';
import type { JobTask } from './jobs.ts';

/** Every kind of background work, one line for each feature that has some. */
export const allTasks: readonly JobTask[] = [...account, ...drafts, ...imports, ...results, ...standings];
