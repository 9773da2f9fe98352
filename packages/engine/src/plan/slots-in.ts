import type { Window } from '../grammar/window.ts';
import { type Slots, slotsOf } from '../window/slots.ts';
import type { Frame } from './probes.ts';
import { remember } from './remember.ts';

/** The slots of a window, worked out once for all organizations under the same numbers. */
export const slotsIn = (frame: Frame, window: Window): Slots =>
  remember(frame, window, 'slots', () => slotsOf(window, frame.asOf, frame.values));
