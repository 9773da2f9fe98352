/** An organization to be visited. */
export interface PlanUnit {
  readonly id: string;
  /** What it belongs to (its township). */
  readonly parent?: string | null | undefined;
  readonly class?: string | null | undefined;
  /** Position in degrees. */
  readonly lat?: number | null | undefined;
  readonly lon?: number | null | undefined;
  /** 0 or more; the riskier is visited earlier, and first of all where not all can be. */
  readonly risk?: number | null | undefined;
}

export interface PlanPanelist {
  readonly id: string;
  /** The organization that he comes from. */
  readonly home?: string | null | undefined;
  /** Days on which he cannot come. */
  readonly unavailable?: readonly string[] | undefined;
}

export interface PlanInput {
  readonly units: readonly PlanUnit[];
  readonly panelists: readonly PlanPanelist[];
  /** Days (2026-09-01) on which visits may take place. */
  readonly days: readonly string[];
  /** Panelists that each visit needs. */
  readonly perVisit: number;
  /** Visits that one panelist, and one route, can make on a day. */
  readonly perDay: number;
  readonly seed: string;
}

export interface PlannedVisit {
  readonly unit: string;
  readonly day: string;
  /** Routes of one day run side by side; `order` is the place in the route, from 1. */
  readonly route: number;
  readonly order: number;
  readonly panelists: readonly string[];
}

export interface Plan {
  /** By day, route and order. */
  readonly visits: readonly PlannedVisit[];
  readonly coverage: {
    readonly units: number;
    readonly planned: number;
    /** 0 to 1. */
    readonly share: number;
    readonly missing: readonly string[];
  };
  readonly load: readonly { readonly panelist: string; readonly visits: number; readonly days: number }[];
  readonly overlap: {
    /** Every two panelists who go out are joined by a chain of shared visits. */
    readonly connected: boolean;
    /** Parts of the net that no shared visit joins. */
    readonly parts: number;
  };
  /** Length of all routes from the first to the last stop as the crow flies, in km; null where positions are missing. */
  readonly kilometres: number | null;
  /** Chinese sentences: every rule that could not be kept, and why. */
  readonly reasons: readonly string[];
}
