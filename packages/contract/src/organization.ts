import * as z from 'zod';
import {
  band,
  can,
  day,
  form,
  id,
  idParam,
  kind,
  level,
  line,
  moment,
  pageQuery,
  register,
} from './common.ts';
import { standingBrief } from './standing.ts';

export const organizationRow = z.object({
  id,
  county: z.number().int(),
  code: z.string(),
  name: z.string(),
  form,
  kind: kind.nullable(),
  level,
  parent: id.nullable(),
  childCount: z.number().int(),
  foundedOn: day,
  closedOn: day.nullable(),
  points: z.number().optional(),
  possible: z.number().optional(),
  band: band.optional(),
});
export type OrganizationRow = z.output<typeof organizationRow>;

/** GET /organizations: no `parent` and no `q` gives the actor's own organization; `q` searches name, code, initials. */
export const organizationsQuery = z.object({
  parent: idParam.optional(),
  q: z.string().trim().min(1).max(40).optional(),
  level: level.optional(),
  kind: kind.optional(),
  form: form.optional(),
  asOf: day.optional(),
  ...pageQuery.shape,
});

export const organizationSpan = z.object({
  name: z.string(),
  form,
  kind: kind.nullable(),
  level,
  parent: id.nullable(),
  validFrom: day,
  validUntil: day.nullable(),
});

export const lineageWay = z.enum(['merge', 'split', 'rename', 'move']);

/** GET /organizations/:id: the one-page file. */
export const organizationFile = z.object({
  organization: organizationRow,
  ancestors: z.array(z.object({ id, name: z.string(), level })),
  spans: z.array(organizationSpan),
  lineage: z.array(
    z.object({
      way: lineageWay,
      on: day,
      side: z.enum(['predecessor', 'successor']),
      organization: z.object({ id, name: z.string() }),
    }),
  ),
  team: z.array(
    z.object({
      post: z.string(),
      postTitle: z.string(),
      person: id,
      name: z.string(),
      from: day,
      until: day.nullable(),
    }),
  ),
  counts: z.object({
    members: z.number().int(),
    full: z.number().int(),
    probationary: z.number().int(),
    floating: z.number().int(),
    reserve: z.number().int(),
    groups: z.number().int(),
  }),
  figures: z.array(
    z.object({
      figure: z.string(),
      title: z.string(),
      value: z.number(),
      unit: z.string(),
      on: day,
      id,
    }),
  ),
  registers: z.array(z.object({ register, title: z.string(), keptFrom: day.nullable() })),
  standing: standingBrief.nullable(),
  recentActivities: z.array(
    z.object({
      id,
      register: z.enum(['activities', 'trainings']),
      kind: z.string(),
      kindTitle: z.string(),
      title: z.string(),
      on: day,
    }),
  ),
  documents: z.object({ held: z.number().int(), expired: z.number().int() }),
  events: z.array(
    z.object({
      id,
      event: z.string(),
      title: z.string(),
      on: day,
      until: day.nullable(),
      enteredAt: moment,
    }),
  ),
  can,
});
export type OrganizationFile = z.output<typeof organizationFile>;

export const organizationBody = z.strictObject({
  parent: id,
  code: line(60),
  name: line(100),
  form,
  kind: kind.optional(),
  level,
  foundedOn: day,
  latitude: z.number().min(-90).max(90).optional(),
  longitude: z.number().min(-180).max(180).optional(),
});

const change = { on: day, basis: line(200).optional() };
const newcomer = z.strictObject({ code: line(60), name: line(100) });

/** POST /organizations/:id/changes: one dated change; the past stays as it was. */
export const organizationChange = z.discriminatedUnion('way', [
  z.strictObject({ way: z.literal('rename'), name: line(100), ...change }),
  z.strictObject({ way: z.literal('move'), parent: id, ...change }),
  /** The organization takes in `others`, which close on that day; people still there move over. */
  z.strictObject({
    way: z.literal('merge'),
    others: z.array(id).min(1).max(20),
    name: line(100).optional(),
    ...change,
  }),
  /** New organizations beside this one, which stays unless `close`. */
  z.strictObject({
    way: z.literal('split'),
    into: z.array(newcomer).min(1).max(20),
    close: z.boolean().default(false),
    ...change,
  }),
  z.strictObject({ way: z.literal('close'), ...change }),
]);
export type OrganizationChange = z.output<typeof organizationChange>;

export const organizationChanged = z.object({
  organization: organizationRow,
  created: z.array(organizationRow),
});
