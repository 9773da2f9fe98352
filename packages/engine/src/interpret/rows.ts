/** The columns of the record tables that a standing depends on, as plain rows in memory. */
export interface Entered {
  readonly id: number;
  readonly organization: number;
  /** ISO moments; they compare as text when written alike. */
  readonly entered_at: string;
  readonly withdrawn_at: string | null;
}

export interface OrganizationRow {
  readonly county: number;
  readonly id: number;
  readonly path: string;
  readonly founded_on: string;
}

export interface SpanRow {
  readonly organization: number;
  readonly name: string;
  readonly form: string;
  readonly kind: string | null;
  readonly level: string;
  readonly parent: number | null;
  readonly unit: number | null;
  readonly valid_from: string;
  readonly valid_until: string | null;
}

export interface LineageRow {
  readonly organization: number;
  readonly predecessor: number;
  readonly happened_on: string;
}

export interface RegisterRow extends Entered {
  readonly register: string;
  readonly kept_from: string;
  readonly kept_until: string | null;
}

export interface PersonRow extends Entered {
  readonly source_key: string;
  readonly sex: 'male' | 'female' | null;
  readonly birth_on: string | null;
  readonly education: number | null;
  readonly applied_on: string | null;
  readonly activist_on: string | null;
  readonly candidate_on: string | null;
  readonly admitted_on: string | null;
  readonly full_on: string | null;
  readonly joined_on: string;
  readonly left_on: string | null;
  readonly floating: 'out' | 'in' | null;
  readonly floating_known_on: string | null;
  readonly paired: boolean | null;
  readonly lost_contact: boolean;
  readonly post_duty: string | null;
  readonly exempt_hours: boolean;
}

export interface SeatRow extends Entered {
  readonly person: number;
  readonly post: string;
  readonly held_from: string;
  readonly held_until: string | null;
}

export interface ActivityRow extends Entered {
  readonly kind: string;
  readonly title: string;
  readonly happened_on: string;
  readonly theme: string | null;
  readonly tags: readonly string[];
  readonly stages: readonly string[];
  readonly way: string | null;
  readonly party_group: number | null;
  readonly host: number | null;
  readonly grade: string | null;
  readonly concentrated: boolean;
  readonly due_count: number | null;
  readonly attended_count: number | null;
  readonly complete: boolean;
}

export interface AttendanceRow extends Omit<Entered, 'id'> {
  readonly activity: number;
  readonly person: number;
  readonly happened_on: string;
  readonly kind: string;
  readonly grade: string | null;
  readonly concentrated: boolean;
  readonly hours: number | null;
}

export interface FigureRow extends Entered {
  readonly figure: string;
  readonly counted_on: string;
  readonly value: number;
}

export interface DocumentRow extends Entered {
  readonly document: string;
  readonly held_from: string;
  readonly held_until: string | null;
}

export interface EventRow extends Entered {
  readonly event: string;
  readonly happened_on: string;
  readonly ended_on: string | null;
}

export interface PollRow extends Entered {
  readonly about: string;
  readonly held_on: string;
  readonly slips: number;
  readonly satisfied: number;
  readonly basically: number;
  readonly dissatisfied: number;
}

export interface RatingRow extends Entered {
  readonly look: string;
  readonly rated_on: string;
  readonly score: number;
}

/** Everything there is. */
export interface Rows {
  readonly organizations: readonly OrganizationRow[];
  readonly spans: readonly SpanRow[];
  readonly lineages: readonly LineageRow[];
  readonly registers: readonly RegisterRow[];
  readonly persons: readonly PersonRow[];
  readonly seats: readonly SeatRow[];
  readonly activities: readonly ActivityRow[];
  readonly attendances: readonly AttendanceRow[];
  readonly figures: readonly FigureRow[];
  readonly documents: readonly DocumentRow[];
  readonly events: readonly EventRow[];
  readonly polls: readonly PollRow[];
  readonly ratings: readonly RatingRow[];
}
