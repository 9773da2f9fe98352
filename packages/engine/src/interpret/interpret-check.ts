import type { Check } from '../grammar/check.ts';
import type { Measured } from '../measure/measured.ts';
import { amountOf, holdBounds, type Values } from '../parameters/values.ts';
import { addMonths } from '../window/calendar.ts';
import { interpretActivities } from './interpret-activities.ts';
import { interpretFigures } from './interpret-figures.ts';
import { interpretHeadcount, interpretHours } from './interpret-people.ts';
import { interpretDocuments, interpretEvents } from './interpret-records.ts';
import { interpretShare } from './interpret-share.ts';
import { told, unknown } from './telling.ts';
import type { World } from './world.ts';

/** The same facts as the SQL's, read from rows one by one: the oracle that the SQL is held against. */
export function interpretCheck(check: Check, world: World, values: Values): Measured {
  switch (check.measure) {
    case 'activities':
      return interpretActivities(check, world, values);
    case 'hours':
      return interpretHours(check, world, values);
    case 'headcount':
      return interpretHeadcount(check.who, holdBounds(check.bounds, values), check.orFigure, world, values);
    case 'share':
      return interpretShare(check.of, holdBounds(check.bounds, values), world, values);
    case 'figure':
      return interpretFigures(check.anyOf, world, values);
    case 'document':
      return interpretDocuments(check.documents, check.of, world, values);
    case 'on-site': {
      const rated = world.rows.ratings
        .filter((r) => r.organization === world.self.id && r.look === check.key && r.rated_on <= world.asOf)
        .filter((r) => addMonths(r.rated_on, amountOf(check.validMonths, values)) >= world.asOf)
        .sort((a, b) => (a.rated_on === b.rated_on ? b.id - a.id : a.rated_on < b.rated_on ? 1 : -1))[0];
      return rated ? told([{ count: rated.score }], 'no-row') : unknown('no-row');
    }
    case 'poll': {
      const poll = world.rows.polls
        .filter((p) => p.organization === world.self.id && p.about === check.about && p.held_on <= world.asOf)
        .filter((p) => addMonths(p.held_on, amountOf(check.validMonths, values)) >= world.asOf)
        .sort((a, b) => (a.held_on === b.held_on ? b.id - a.id : a.held_on < b.held_on ? 1 : -1))[0];
      if (!poll) return unknown('no-row');
      if (poll.slips < 10) return unknown('few-slips');
      const glad = poll.satisfied + (check.withBasically ? poll.basically : 0);
      return told(
        [{ count: check.answer === 'dissatisfied' ? poll.dissatisfied : glad, of: poll.slips }],
        'no-row',
      );
    }
    case 'event':
      return interpretEvents(check, world, values);
  }
}
