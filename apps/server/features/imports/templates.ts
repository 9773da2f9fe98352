import type { Template } from './column.ts';
import { activities } from './templates/activities.ts';
import { figures } from './templates/figures.ts';
import { documents, events } from './templates/ledgers.ts';
import { polls, ratings } from './templates/opinions.ts';
import { organizations } from './templates/organizations.ts';
import { posts } from './templates/posts.ts';
import { registers } from './templates/registers.ts';
import { roster } from './templates/roster.ts';
import { trainings } from './templates/trainings.ts';

/** Every template there is, in the order in which a county is usually brought in. */
export const templates: readonly Template[] = [
  organizations,
  roster,
  posts,
  activities,
  trainings,
  figures,
  documents,
  events,
  polls,
  ratings,
  registers,
];

export const findTemplate = (name: string): Template | undefined =>
  templates.find((one) => one.name === name);
