import type { Services } from '../../http/services.ts';
import type { Branch, Place } from '../tree.ts';
import type { Officer } from './officer.ts';

/** Who plays the demo's rounds, and where. */
export interface RoundScene {
  services: Services;
  county: Officer;
  township: Officer;
  place: Place;
  villages: readonly Branch[];
  /** 'YYYY-MM-DD' */
  today: string;
}
