import type { ClassProposal, UnitClass } from '@hujian/contract';
import { classWord } from '../words.ts';
import { type Indicator, isGrave, openQuestions } from './weigh-signs.ts';

export type Proposed = Pick<ClassProposal, 'was' | 'proposed' | 'indicators'>;

interface Standing {
  organization: number;
  class: UnitClass | null;
  band: string | null;
  bands: readonly string[];
  indicators: readonly Indicator[];
  /** Found weak and lax already. */
  weak: boolean;
  /** A village or another basic organization: a township cannot be weak and lax in this sense. */
  basic: boolean;
}

const steps: readonly UnitClass[] = ['lagging', 'middle', 'leading'];

/** What a person should decide about a unit: a class by its band, one step at a time; weak and lax by its signs. */
export function propose(unit: Standing): Proposed[] {
  return [moveByBand(unit), weakAndLax(unit)].filter((one): one is Proposed => one !== undefined);
}

function moveByBand(unit: Standing): Proposed | undefined {
  const { band, bands, organization } = unit;
  if (band === null || bands.length < 2) return undefined;
  const proposed = nextClass(unit);
  if (proposed === undefined || proposed === unit.class) return undefined;
  const told: Indicator = {
    code: 'band',
    text: `现为${classWord(unit.class)}类，本轮列${band}档（共${bands.length}档）`,
    state: 'yes',
    link: { organization, item: null },
  };
  return { was: unit.class, proposed, indicators: [told, ...unit.indicators] };
}

function nextClass({ class: was, band, bands, indicators }: Standing): UnitClass | undefined {
  const first = band === bands[0];
  const last = band === bands.at(-1);
  // Whoever shows a sign of weakness is not raised.
  const clean = indicators.every(({ state }) => state !== 'yes');
  if (was === null) return last ? 'lagging' : first && clean ? 'leading' : 'middle';
  const at = steps.indexOf(was);
  if (first && clean) return steps[Math.min(at + 1, 2)];
  if (last) return steps[Math.max(at - 1, 0)];
  return undefined;
}

/** No share is fixed: every one that shows a grave sign, or two of any kind, is looked into. */
function weakAndLax({ basic, weak, class: was, indicators }: Standing): Proposed | undefined {
  if (!basic || weak) return undefined;
  const borne = indicators.filter(({ state }) => state === 'yes');
  if (borne.length < 2 && !borne.some(isGrave)) return undefined;
  return { was, proposed: 'weak-and-lax', indicators: [...indicators, ...openQuestions] };
}
