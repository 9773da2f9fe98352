/** One score that one panelist gave one unit for one item. */
export interface Rating {
  readonly panelist: string;
  readonly unit: string;
  readonly item: string;
  readonly score: number;
  /** The unit that the panelist comes from; told with one score, it holds for all of his. */
  readonly home?: string;
}

export interface AnalyseInput {
  /** Lowest and highest score. */
  readonly scale: readonly [number, number];
  readonly ratings: readonly Rating[];
  /** What each unit belongs to (its township), where favours within it are to be looked for. */
  readonly parents?: Readonly<Record<string, string>>;
  /** What units are called in the warnings; without it their codes are. */
  readonly names?: Readonly<Record<string, string>>;
}

export interface UnitResult {
  readonly unit: string;
  /** The plain mean of the scores, as it would be ranked without any of this. */
  readonly raw: number;
  /** What the panel as a whole would have given: the severity of those who came is taken out. */
  readonly fair: number;
  /** 90 % interval of `fair`. */
  readonly low: number;
  readonly high: number;
  /** Best and worst place that the ratings allow. */
  readonly rankLow: number;
  readonly rankHigh: number;
  /** `A` is the highest. Units of one band are a tie. */
  readonly band: string;
  readonly sheets: number;
}

export interface PanelistResult {
  readonly panelist: string;
  /** Points below what the whole panel would give; negative: above it. */
  readonly severity: number;
  /** Correlation of the own sheets with what the others found, -1 to 1; null below three sheets. */
  readonly consistency: number | null;
  readonly sheets: number;
  /** `reciprocal:<panelist>` `copy:<panelist>` `own-home` `own-township` `no-spread` `wild:<unit>` */
  readonly flags: readonly string[];
}

export interface Analysis {
  readonly units: readonly UnitResult[];
  readonly panelists: readonly PanelistResult[];
  readonly agreement: {
    /** 0: no agreement, 1: all order the units alike; null where no two panelists share three units. */
    readonly kendallW: number | null;
  };
  /** Standard deviation of a sheet beside severity and merit, and of severities, in points. */
  readonly noise: number;
  readonly severitySpread: number;
  /** Chinese sentences for whoever uses the result. */
  readonly warnings: readonly string[];
}
