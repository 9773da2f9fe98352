/** Nobody judges his own organization, nor one above or below it. Paths end with a dot: '1.12.345.' */
export const mustRecuse = (home: string | null | undefined, unit: string): boolean =>
  home !== null && home !== undefined && (home.startsWith(unit) || unit.startsWith(home));

/** Who judges; a recorder and a liaison come along without a sheet. */
export const judging: readonly string[] = ['leader', 'panelist'];

export const judges = (part: 'leader' | 'panelist' | 'recorder' | 'liaison'): boolean =>
  judging.includes(part);
