import { analyse, type Rating } from '@hujian/panel';
import { medianOf, round, timeOf } from './numbers.ts';

/** A ranking of 500 villages by 42 items and 5 panelists each (150 in all), with intervals, places, bands and flags. */
export async function measureRanking(): Promise<{ rank500Ms: number; ratings: number; bands: number }> {
  const ratings = makeRatings(500, 42, 5, 150);
  const times: number[] = [];
  let bands = 0;
  for (let run = 0; run < 3; run += 1) {
    const ms = await timeOf(async () => {
      bands = new Set(analyse({ scale: [0, 100], ratings }).units.map(({ band }) => band)).size;
    });
    times.push(ms);
  }
  return { rank500Ms: round(medianOf(times)), ratings: ratings.length, bands };
}

/** Panelists come in turn, so that all are joined; the same scores at every run. */
function makeRatings(units: number, items: number, each: number, panelists: number): Rating[] {
  return Array.from({ length: units * each * items }, (_, at) => {
    const sheet = Math.floor(at / items);
    const unit = Math.floor(sheet / each);
    const panelist = (unit * 7 + (sheet % each) * 31) % panelists;
    const chance = Math.abs(Math.sin(at * 12.9898) * 43758.5453) % 1;
    const score = Math.round(62 + (unit % 23) - (panelist % 9) + 12 * chance);
    return { panelist: `p${panelist}`, unit: `v${unit}`, item: `i${at % items}`, score };
  });
}
