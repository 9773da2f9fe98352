import { writeDay } from './days.ts';
import { addRecord, type Scene } from './scene.ts';

/** A confirmed event of a branch; a state has no end while it lasts. */
export interface Trouble {
  event: string;
  happened: number;
  ended: number | null;
}

/**
 * Which events an organization had: each befalls a few, the model villages none. `fitting` are those that can befall
 * its kind: no school has a village bully.
 */
export function listTroubles(
  scene: Scene,
  codes: readonly string[],
  fitting: ReadonlySet<string>,
): Trouble[] {
  const { branch, yesterday } = scene;
  if (branch.trait === 'model' || branch.trait === 'nothing-kept') return [];
  const random = branch.diligence.draws('troubles');
  const rate = { good: 0.003, middling: 0.018, weak: 0.05 }[branch.diligence.quality];
  const troubles: Trouble[] = [];
  for (const event of codes) {
    const befell = random.chance(rate);
    const happened = yesterday - random.whole(20, 700);
    const lifted = random.chance(0.35) ? Math.min(yesterday, happened + random.whole(60, 300)) : null;
    const sure = branch.trait === 'weak-and-lax' && event === 'weak-and-lax';
    if (fitting.has(event) && (befell || sure))
      troubles.push({ event, happened, ended: sure ? null : lifted });
  }
  return troubles;
}

export function recordTroubles(
  scene: Scene,
  troubles: readonly Trouble[],
  names: ReadonlyMap<string, string>,
): void {
  for (const { event, happened, ended } of troubles) {
    addRecord(scene, 'event', happened, {
      event,
      happened_on: writeDay(happened),
      ended_on: ended === null ? null : writeDay(ended),
      told: names.get(event) ?? event,
      confirmed_by: '县委组织部',
      confirmed_on: writeDay(Math.min(scene.yesterday, happened + 12)),
    });
  }
}

export function isUnderAssistance(troubles: readonly Trouble[]): boolean {
  const states = new Set(['weak-and-lax', 'poor-village', 'key-assistance-village']);
  return troubles.some(({ event, ended }) => states.has(event) && ended === null);
}
