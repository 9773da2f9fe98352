import type { Rating } from '../analyse/ratings.ts';
import { createRandom, normal } from './random.ts';

export interface Simulation {
  units: number;
  panelists: number;
  /** Panelists by unit. */
  each: number;
  merit: number;
  severity: number;
  noise: number;
  items?: number;
  /** Part of the sheets that is 25 points off. */
  wild?: number;
  homes?: boolean;
}

export const usual: Simulation = { units: 30, panelists: 12, each: 4, merit: 6, severity: 6, noise: 3 };

export interface Simulated {
  /** The truth by unit, as the whole panel would see it: severities are centred. */
  merit: Map<string, number>;
  ratings: Rating[];
}

/** A panel whose truth is known. */
export function simulatePanel(seed: number, size: Simulation): Simulated {
  const random = createRandom(seed);
  const merit = new Map(
    Array.from({ length: size.units }, (_, u) => [`v${u}`, 75 + size.merit * normal(random)] as const),
  );
  const drawn = Array.from({ length: size.panelists }, () => size.severity * normal(random));
  const middle = drawn.reduce((sum, one) => sum + one, 0) / drawn.length;
  const ratings: Rating[] = [];
  let u = 0;
  for (const [unit, level] of merit) {
    for (const p of pick(size, u, random)) {
      const wild = random() < (size.wild ?? 0) ? (random() < 0.5 ? -25 : 25) : 0;
      const off = wild + size.noise * normal(random) + middle - (drawn[p] ?? 0);
      for (let item = 0; item < (size.items ?? 1); item += 1) {
        const extra = size.items ? 2 * normal(random) + (item % 3) - 1 : 0;
        const home = size.homes ? { home: `v${p}` } : {};
        ratings.push({ panelist: `p${p}`, unit, item: `a${item}`, score: level + off + extra, ...home });
      }
    }
    u += 1;
  }
  return { merit, ratings };
}

/** Different panelists, nobody to his own unit where there are homes. */
function pick(size: Simulation, unit: number, random: () => number): number[] {
  const pool = Array.from({ length: size.panelists }, (_, p) => p).filter((p) => !size.homes || p !== unit);
  return Array.from({ length: size.each }, () => pool.splice(Math.floor(random() * pool.length), 1)).flat();
}

/** Kendall's τ of two lists without ties. */
export function kendallTau(xs: readonly number[], ys: readonly number[]): number {
  let [sum, pairs] = [0, 0];
  xs.forEach((x, i) => {
    for (let j = 0; j < i; j += 1) {
      sum += Math.sign(x - (xs[j] ?? 0)) * Math.sign((ys[i] ?? 0) - (ys[j] ?? 0));
      pairs += 1;
    }
  });
  return sum / pairs;
}
