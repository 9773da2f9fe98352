import type { ActivityRow, AttendanceRow, PersonRow, Rows, SeatRow } from '../interpret/rows.ts';

type Writable<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer E)[] ? E[] : T[K] };

export const SUPERIOR = 1;
export const SELF = 2;
export const PATH = '1.2.';
/** Everything in an example was entered long before it is judged. */
export const ENTERED = '1990-01-01T00:00:00.000Z';
export const KNOWN = '2999-01-01T00:00:00.000Z';

/** Collects the rows of one example; every row gets its own number. */
export class ExampleRows {
  readonly rows: Writable<Rows> = {
    organizations: [],
    spans: [],
    lineages: [],
    registers: [],
    persons: [],
    seats: [],
    activities: [],
    attendances: [],
    figures: [],
    documents: [],
    events: [],
    polls: [],
    ratings: [],
  };
  /** Persons and groups by the name that the example gives them. */
  readonly refs = new Map<string, number>();
  #next = 100;

  entered(organization = SELF): { id: number; organization: number; entered_at: string; withdrawn_at: null } {
    this.#next += 1;
    return { id: this.#next, organization, entered_at: ENTERED, withdrawn_at: null };
  }

  addPerson(
    person: Omit<PersonRow, 'id' | 'organization' | 'entered_at' | 'withdrawn_at' | 'source_key'>,
  ): number {
    const entered = this.entered();
    this.rows.persons.push({ ...entered, ...person, source_key: `person ${entered.id}` });
    return entered.id;
  }

  addSeat(seat: Omit<SeatRow, 'id' | 'organization' | 'entered_at' | 'withdrawn_at'>): void {
    this.rows.seats.push({ ...this.entered(), ...seat });
  }

  addActivity(activity: Partial<ActivityRow> & Pick<ActivityRow, 'kind' | 'happened_on'>): number {
    const row: ActivityRow = {
      ...this.entered(),
      title: '',
      theme: null,
      tags: [],
      stages: [],
      way: null,
      party_group: null,
      host: null,
      grade: 'branch',
      concentrated: false,
      due_count: null,
      attended_count: null,
      complete: true,
      ...activity,
    };
    this.rows.activities.push(row);
    return row.id;
  }

  addAttendance(
    person: number,
    activity: number,
    of: Omit<AttendanceRow, 'activity' | 'person' | 'organization' | 'entered_at' | 'withdrawn_at'>,
  ): void {
    const { organization, entered_at, withdrawn_at } = this.entered();
    this.rows.attendances.push({ organization, entered_at, withdrawn_at, activity, person, ...of });
  }

  refOf(name: string): number | undefined {
    return this.refs.get(name);
  }
}
