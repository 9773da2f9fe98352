import type { Check, Measure } from '../grammar/check.ts';
import type { Frame } from '../plan/probes.ts';
import type { FactReader } from './fact-reader.ts';
import { measureActivities } from './measure-activities.ts';
import { measureDocument } from './measure-document.ts';
import { measureEvent } from './measure-event.ts';
import { measureFigure } from './measure-figure.ts';
import { measureHours } from './measure-hours.ts';
import { measureOnSite, measurePoll } from './measure-opinion.ts';
import { measureHeadcount } from './measure-people.ts';
import { measureShare } from './measure-share.ts';
import type { Measured } from './measured.ts';

export type MeasureOf<M extends Measure> = (
  check: Extract<Check, { measure: M }>,
  frame: Frame,
  facts: FactReader,
) => Measured;

/** A new measure does not compile until it can be put together from the facts. */
const MEASURERS: { [M in Measure]: MeasureOf<M> } = {
  activities: measureActivities,
  hours: measureHours,
  headcount: measureHeadcount,
  share: measureShare,
  figure: measureFigure,
  document: measureDocument,
  'on-site': measureOnSite,
  poll: measurePoll,
  event: measureEvent,
};

/** The facts of one check for one organization, its `when` left aside. */
export function measureCheck(check: Check, frame: Frame, facts: FactReader): Measured {
  const measure = MEASURERS[check.measure] as (check: Check, frame: Frame, facts: FactReader) => Measured;
  return measure(check, frame, facts);
}
