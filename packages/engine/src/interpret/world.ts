import type { AppliesTo } from '../grammar/edition.ts';
import type { OrganizationRow, PersonRow, Rows, SpanRow } from './rows.ts';

/** One judged organization, with everything that was known about it and around it. */
export interface World {
  readonly asOf: string;
  readonly rows: Rows;
  readonly self: OrganizationRow;
  readonly span: SpanRow;
  /** Organizations whose records are its own: itself and its groups. */
  readonly members: ReadonlySet<number>;
  /** Those, and all that they came from. */
  readonly line: ReadonlySet<number>;
  /** Itself and all above it, nearest first. */
  readonly above: readonly OrganizationRow[];
  /** First day of the term. */
  readonly term: string | null;
}

/** Only what was entered by the moment of knowledge and not withdrawn by then. */
export function rowsKnownAt(rows: Rows, knownAt: string): Rows {
  const known = (row: { entered_at: string; withdrawn_at: string | null }): boolean =>
    row.entered_at <= knownAt && (row.withdrawn_at === null || row.withdrawn_at > knownAt);
  const persons = rows.persons.filter(known);
  const now = (person: number): number => currentPerson(person, rows.persons, persons);
  return {
    ...rows,
    persons,
    registers: rows.registers.filter(known),
    seats: rows.seats.filter(known).map((s) => ({ ...s, person: now(s.person) })),
    activities: rows.activities.filter(known).map((a) => (a.host === null ? a : { ...a, host: now(a.host) })),
    attendances: rows.attendances.filter(known).map((a) => ({ ...a, person: now(a.person) })),
    figures: rows.figures.filter(known),
    documents: rows.documents.filter(known),
    events: rows.events.filter(known),
    polls: rows.polls.filter(known),
    ratings: rows.ratings.filter(known),
  };
}

/** A corrected person is a new row with the same key in the same organization. */
function currentPerson(id: number, all: readonly PersonRow[], known: readonly PersonRow[]): number {
  if (known.some((p) => p.id === id)) return id;
  const old = all.find((p) => p.id === id);
  const next = known.find(
    (p) => old && p.organization === old.organization && p.source_key === old.source_key,
  );
  return next?.id ?? id;
}

function spanAt(rows: Rows, organization: number, asOf: string): SpanRow | undefined {
  return rows.spans
    .filter((s) => s.organization === organization && s.valid_from <= asOf)
    .sort((a, b) => (a.valid_from < b.valid_from ? 1 : -1))[0];
}

/** The world of an organization; null when it is not judged by the edition on that day. */
export function findWorld(rows: Rows, organization: number, asOf: string, applies: AppliesTo): World | null {
  const self = rows.organizations.find((o) => o.id === organization);
  const span = spanAt(rows, organization, asOf);
  if (!self || !span || (span.valid_until !== null && span.valid_until <= asOf)) return null;
  if (span.unit !== organization || !applies.forms.some((f) => f === span.form)) return null;
  if (applies.kinds.length > 0 && !applies.kinds.some((k) => k === span.kind)) return null;
  if (applies.levels.length > 0 && !applies.levels.some((l) => l === span.level)) return null;
  const members = new Set(
    rows.organizations.filter((o) => spanAt(rows, o.id, asOf)?.unit === organization).map((o) => o.id),
  );
  const above = rows.organizations
    .filter((o) => self.path.startsWith(o.path))
    .sort((a, b) => b.path.length - a.path.length);
  const elections = rows.activities
    .filter((a) => a.organization === organization && a.kind === 're-election' && a.happened_on <= asOf)
    .map((a) => a.happened_on)
    .sort();
  const term = elections[elections.length - 1] ?? null;
  return { asOf, rows, self, span, members, line: lineOf(rows, members, asOf), above, term };
}

function lineOf(rows: Rows, members: ReadonlySet<number>, asOf: string): ReadonlySet<number> {
  const line = new Set(members);
  for (let size = 0; size !== line.size; ) {
    size = line.size;
    for (const step of rows.lineages) {
      if (line.has(step.organization) && step.happened_on <= asOf) line.add(step.predecessor);
    }
  }
  return line;
}

/** The party groups on the as-of day. */
export function listGroups(world: World): readonly { id: number; name: string; founded: string }[] {
  return world.rows.organizations
    .flatMap((o) => {
      const span = spanAt(world.rows, o.id, world.asOf);
      const alive = span && (span.valid_until === null || span.valid_until > world.asOf);
      const mine = span?.form === 'group' && span.unit === world.self.id && o.id !== world.self.id;
      return alive && mine ? [{ id: o.id, name: span.name, founded: o.founded_on }] : [];
    })
    .sort((a, b) => a.id - b.id);
}

/** Whether registers were kept on each day from one to another; days before `founded` need none. */
export function wasKept(
  world: World,
  registers: readonly string[],
  from: string,
  until: string,
  founded = world.self.founded_on,
): boolean {
  const first = from < founded ? founded : from;
  return registers.every((register) => {
    const spans = world.rows.registers.filter(
      (r) => r.register === register && world.above.some((o) => o.id === r.organization),
    );
    // A gap can only begin on the first day or on a day when some span ends.
    const suspects = [first, ...spans.flatMap((s) => (s.kept_until === null ? [] : [s.kept_until]))];
    return suspects
      .filter((day) => day >= first && day <= until)
      .every((day) => spans.some((s) => s.kept_from <= day && (s.kept_until === null || s.kept_until > day)));
  });
}
