import type {
  ActivitiesCheck,
  Check,
  Counted,
  FigureTest,
  HoursCheck,
  Measure,
  ShareOf,
} from '../grammar/check.ts';
import type { Condition } from '../grammar/when.ts';
import { amountOf, holdBounds } from '../parameters/values.ts';
import { listPeriods } from '../window/periods.ts';
import { slotsOf } from '../window/slots.ts';
import {
  activityProbe,
  type DocumentProbe,
  eventProbe,
  type Frame,
  figureProbe,
  hoursProbe,
  type Probe,
  peopleProbes,
  pollProbe,
  ratingProbe,
} from './probes.ts';
import { remember } from './remember.ts';

type ProbesOf<M extends Measure> = (check: Extract<Check, { measure: M }>, frame: Frame) => readonly Probe[];

/** A new measure does not compile until it says what it asks of which table. */
const PROBES: { [M in Measure]: ProbesOf<M> } = {
  activities: (check, frame) => [activitiesProbe(check, frame)],
  hours: (check, frame) => hoursProbes(check, frame),
  headcount: (check, frame) => [
    ...peopleProbes(check.who, frame),
    ...(check.orFigure ? [figureProbe(check.orFigure, frame, {})] : []),
  ],
  share: (check, frame) => shareProbes(check.of, frame),
  figure: (check, frame) => check.anyOf.flatMap((test) => testProbes(test, frame)),
  document: (check, frame) => check.documents.flatMap((d) => documentProbes(d, check.of, frame)),
  'on-site': (check, frame) => [
    ratingProbe(check.key, amountOf(check.validMonths, frame.values), frame.asOf),
  ],
  poll: (check, frame) => [pollProbe(check.about, amountOf(check.validMonths, frame.values), frame.asOf)],
  event: (check, frame) => [
    eventProbe(check.events, slotsOf(check.window, frame.asOf, frame.values), check.window.kind === 'now'),
  ],
};

export function probesOfCheck(check: Check, frame: Frame): readonly Probe[] {
  const ask = PROBES[check.measure] as (check: Check, frame: Frame) => readonly Probe[];
  return ask(check, frame);
}

export function activitiesProbe(check: ActivitiesCheck, frame: Frame): ReturnType<typeof activityProbe> {
  return remember(frame, check, 'activities', () => makeActivitiesProbe(check, frame));
}

function makeActivitiesProbe(check: ActivitiesCheck, frame: Frame): ReturnType<typeof activityProbe> {
  const by = check.each === 'group' ? 'group' : check.each === 'committee-member' ? 'host' : 'unit';
  const slots = slotsOf(check.window, frame.asOf, frame.values);
  return activityProbe(
    check,
    slots,
    { by, ...(check.distinct ? { distinct: check.distinct } : {}) },
    frame.values,
  );
}

export function hoursProbes(check: HoursCheck, frame: Frame): ReturnType<typeof hoursProbe>[] {
  return remember(frame, check, 'hours', () => makeHoursProbes(check, frame));
}

function makeHoursProbes(check: HoursCheck, frame: Frame): ReturnType<typeof hoursProbe>[] {
  const bounds = holdBounds(check.bounds, frame.values);
  return peopleProbes(check.who, frame).flatMap((people) =>
    listPeriods('year', frame.asOf).map((period) => hoursProbe(people, period, bounds, check.only)),
  );
}

/** The two probes of a ratio of activities. */
export function ratioProbes(
  of: {
    readonly part: Counted;
    readonly whole: Counted;
    readonly window: Extract<ShareOf, { kind: 'activities' }>['window'];
  },
  frame: Frame,
): readonly [ReturnType<typeof activityProbe>, ReturnType<typeof activityProbe>] {
  return remember(frame, of, 'ratio', () => {
    const slots = slotsOf(of.window, frame.asOf, frame.values);
    const ask = (counted: Counted) => activityProbe(counted, slots, {}, frame.values);
    return [ask(of.part), ask(of.whole)] as const;
  });
}

function shareProbes(of: ShareOf, frame: Frame): readonly Probe[] {
  switch (of.kind) {
    case 'people':
      return [...peopleProbes(of.who, frame), ...peopleProbes(of.among, frame)];
    case 'figures':
      return [of.part, of.whole].map((figure) => newestFigure(figure, of.validMonths, frame));
    case 'activities':
      return ratioProbes(of, frame);
  }
}

export function newestFigure(
  figure: string,
  validMonths: FigureTest['validMonths'],
  frame: Frame,
): ReturnType<typeof figureProbe> {
  const months = validMonths === undefined ? undefined : amountOf(validMonths, frame.values);
  return remember(frame, frame, `figure/${figure}/${months}`, () =>
    figureProbe(figure, frame, months === undefined ? {} : { validMonths: months }),
  );
}

/** The newest value, or all of them where years are gone through. */
export function testProbes(test: FigureTest, frame: Frame): readonly ReturnType<typeof figureProbe>[] {
  return remember(frame, test, 'figures', () => makeTestProbes(test, frame));
}

function makeTestProbes(test: FigureTest, frame: Frame): readonly ReturnType<typeof figureProbe>[] {
  if (test.years !== undefined) return [figureProbe(test.figure, frame, { history: true })];
  const own = newestFigure(test.figure, test.validMonths, frame);
  if (!test.compare) return [own];
  const { figure, of } = test.compare;
  return [own, figureProbe(figure, frame, { superior: of === 'superior', history: true })];
}

export function documentProbes(document: string, of: 'year' | 'now', frame: Frame): readonly DocumentProbe[] {
  return remember(frame, frame, `document/${of}/${document}`, () => makeDocumentProbes(document, of, frame));
}

function makeDocumentProbes(document: string, of: 'year' | 'now', frame: Frame): readonly DocumentProbe[] {
  if (of === 'now') return [{ table: 'document', document, on: frame.asOf }];
  return listPeriods('year', frame.asOf).map((period) => ({ table: 'document', document, period }));
}

export function probesOfCondition(condition: Condition, frame: Frame): readonly Probe[] {
  switch (condition.kind) {
    case 'form':
    case 'kind':
    case 'level':
      return [];
    case 'headcount':
      return [
        ...peopleProbes(condition.who, frame),
        ...(condition.orFigure ? [figureProbe(condition.orFigure, frame, {})] : []),
      ];
    case 'figure':
      return [newestFigure(condition.figure, condition.validMonths, frame)];
    case 'event': {
      const slots = slotsOf(condition.window, frame.asOf, frame.values);
      return [eventProbe(condition.events, slots, condition.window.kind === 'now')];
    }
  }
}
