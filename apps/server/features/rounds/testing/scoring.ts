/** From the visit's and the panelist's place in the lists, and the item's code; null: looked at, could not be judged. */
export type Scoring = (visit: number, panelist: number, item: string) => number | null;
