import { createRandom, type Random } from './random.ts';

export type Quality = 'good' | 'middling' | 'weak';

/** How well one branch does its work, matter by matter: the same matter always gets the same answer. */
export interface Diligence {
  quality: Quality;
  /** True when the branch lets this matter slip at all. */
  slips(matter: string): boolean;
  /** True when the branch never wrote this matter down, so that nobody can know. */
  silent(matter: string): boolean;
  /** A stream of draws for this matter alone. */
  draws(matter: string): Random;
}

const slipRate = { good: 0.03, middling: 0.16, weak: 0.45 } satisfies Record<Quality, number>;
const silenceRate = { good: 0.015, middling: 0.06, weak: 0.12 } satisfies Record<Quality, number>;

export function createDiligence(seed: number, code: string, quality: Quality): Diligence {
  const draws = (matter: string) => createRandom(seed, code, matter);
  return {
    quality,
    slips: (matter) => createRandom(seed, code, 'slips', matter).chance(slipRate[quality]),
    silent: (matter) => createRandom(seed, code, 'silent', matter).chance(silenceRate[quality]),
    draws,
  };
}
