import type { EntryBody, EntryKind } from '@hujian/contract';

/** The entry in force for one field of one sheet. */
export interface EntryInForce {
  visit: number;
  panelist: number;
  kind: EntryKind;
  item: string | null;
  score: number | null;
  clock: number;
  /** Of what is more than a score. */
  body: EntryBody | null;
}

export interface Sheet {
  visit: number;
  panelist: number;
  /** Handed in, and nothing was scored anew since. */
  in: boolean;
  /** By item code; what could not be judged is not among them. */
  scores: Map<string, number>;
  findings: { item: string | null; text: string }[];
  practices: { title: string; text: string }[];
}

export const sheetKey = (visit: number, panelist: number): string => `${visit}/${panelist}`;

/** One sheet for each panelist and visit out of the entries in force. */
export function tallySheets(entries: readonly EntryInForce[]): Map<string, Sheet> {
  const groups = Map.groupBy(entries, ({ visit, panelist }) => sheetKey(visit, panelist));
  return new Map([...groups].map(([key, own]) => [key, tallySheet(own)]));
}

function tallySheet(own: readonly EntryInForce[]): Sheet {
  const { visit = 0, panelist = 0 } = own[0] ?? {};
  const sheet: Sheet = { visit, panelist, in: false, scores: new Map(), findings: [], practices: [] };
  let [handed, scored] = [0, 0];
  for (const { kind, item, score, clock, body } of own) {
    if (kind === 'score') {
      scored = Math.max(scored, clock);
      if (item !== null && score !== null) sheet.scores.set(item, score);
    }
    if (body?.kind === 'submit' && body.done) handed = clock;
    if (body?.kind === 'finding' && !body.gone) sheet.findings.push({ item, text: body.text });
    if (body?.kind === 'practice' && !body.gone) sheet.practices.push({ title: body.title, text: body.text });
  }
  sheet.in = handed > 0 && handed >= scored;
  return sheet;
}
