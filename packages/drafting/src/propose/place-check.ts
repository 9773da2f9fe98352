import type { Vocabulary } from '@hujian/engine';
import type { DraftCheck } from '@hujian/reader';
import { placeActivities } from './place-activities.ts';
import { placeFigure } from './place-figure.ts';
import { placeHeadcount, placeHours } from './place-people.ts';
import { placeDocument, placeEvent, placeLook, placePoll } from './place-record.ts';
import { placeShare } from './place-share.ts';
import type { Place, Placed } from './placed.ts';

/** What the reader found as a check of the rules, or why it has no place there. A new measure does not compile unplaced. */
export function placeCheck(place: Place, vocabulary: Vocabulary): Placed {
  const { found } = place;
  const of = <Found extends DraftCheck>(one: Found): Place<Found> => ({ ...place, found: one });
  switch (found.measure) {
    case 'activities':
      return placeActivities(of(found));
    case 'hours':
      return placeHours(of(found));
    case 'headcount':
      return placeHeadcount(of(found));
    case 'share':
      return placeShare(of(found));
    case 'figure':
      return placeFigure(of(found), vocabulary);
    case 'poll':
      return placePoll(of(found));
    case 'document':
      return placeDocument(of(found));
    case 'event':
      return placeEvent(of(found));
    case 'on-site':
      return placeLook(of(found));
  }
}
