import type { Wall } from '@hujian/contract';
import type { SessionRecord } from './get-session.ts';
import type { SeatOfVisit } from './read-sheets.ts';
import { fewestSheets, meanOf, type Spread, spreadOf } from './spread.ts';
import { type Sheet, sheetKey } from './tally-sheets.ts';

type Shown = Pick<Wall, 'sheets' | 'units' | 'items' | 'practices' | 'findings'>;

/**
 * Sums of the sheets that are in. Nothing is shown of a visit with fewer than three of them; what was written down in
 * words stays closed until the session is.
 */
export function presentWall(
  session: SessionRecord,
  seats: readonly SeatOfVisit[],
  sheets: ReadonlyMap<string, Sheet>,
): Shown {
  const visits = [...Map.groupBy(seats, ({ visit }) => visit).values()].map((own) => gather(own, sheets));
  const handed = visits.flatMap((visit) => visit.sheets);
  const told = visits.filter((visit) => visit.sheets.length >= fewestSheets);
  const closed = session.state === 'closed';
  return {
    sheets: { in: handed.length, out: seats.length - handed.length },
    units: visits.map(presentUnit),
    items: session.items.map(({ code, number, title }) => {
      const scores = told.flatMap((visit) => visit.sheets.flatMap((sheet) => sheet.scores.get(code) ?? []));
      return { code, number, title, scores: scores.length, ...spreadOf(scores) };
    }),
    practices: closed ? visits.flatMap(listPractices) : [],
    findings: closed ? visits.flatMap(listFindings) : [],
  };
}

interface Visit {
  visit: number;
  organization: { id: number; name: string };
  of: number;
  sheets: Sheet[];
}

function gather(seats: readonly SeatOfVisit[], sheets: ReadonlyMap<string, Sheet>): Visit {
  const { visit = 0, organization = 0, name = '' } = seats[0] ?? {};
  const own = seats.flatMap((seat) => sheets.get(sheetKey(seat.visit, seat.panelist)) ?? []);
  return {
    visit,
    organization: { id: organization, name },
    of: seats.length,
    sheets: own.filter((sheet) => sheet.in),
  };
}

const nothing: Spread = { median: null, low: null, high: null };

function presentUnit({ visit, organization, of, sheets }: Visit): Wall['units'][number] {
  const shown = sheets.length >= fewestSheets;
  const means = sheets.flatMap(({ scores }) => (scores.size > 0 ? meanOf([...scores.values()]) : []));
  const count = (what: 'findings' | 'practices') =>
    shown ? sheets.reduce((sum, sheet) => sum + sheet[what].length, 0) : 0;
  return {
    visit,
    organization,
    in: sheets.length,
    of,
    ...(shown ? spreadOf(means) : nothing),
    findings: count('findings'),
    practices: count('practices'),
  };
}

const listPractices = ({ organization, sheets }: Visit): Wall['practices'] =>
  sheets.flatMap(({ practices }) => practices.map((one) => ({ organization: organization.name, ...one })));

const listFindings = ({ organization, sheets }: Visit): Wall['findings'] =>
  sheets.flatMap(({ findings }) => findings.map((one) => ({ organization: organization.name, ...one })));
