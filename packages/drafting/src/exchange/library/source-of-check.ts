import type {
  ActivitiesCheck,
  Bound,
  Check,
  Condition,
  Counted,
  FigureTest,
  HoursOnly,
  Measure,
  Moves,
  Only,
  People,
  ShareCheck,
  Strictness,
  Window,
} from '@hujian/engine';
import type { Plain } from '../form/plain.ts';

/** What each measure's own keys are written from. */
const OWN = {
  activities: (check) => ({
    ...sourceOfCounted(check),
    window: sourceOfWindow(check.window),
    ...sourceOfBounds(check.bounds),
    ...sayIf('each', check.each),
    ...sayIf('distinct', check.distinct),
  }),
  hours: (check) => ({
    who: sourceOfPeople(check.who),
    ...sourceOfBounds(check.bounds),
    ...(check.reach === 1 ? {} : { share: check.reach }),
    only: sourceOfHours(check.only),
  }),
  headcount: (check) => ({
    who: sourceOfPeople(check.who),
    ...freshWindow(check.who),
    ...sourceOfBounds(check.bounds),
    ...sayIf('orFigure', check.orFigure),
  }),
  share: (check) => ({ ...sourceOfShare(check), ...sourceOfBounds(check.bounds) }),
  figure: ({ anyOf: [only, ...others] }) =>
    only && others.length === 0
      ? sourceOfTest(only)
      : { anyOf: [only, ...others].flatMap((test) => (test ? [sourceOfTest(test)] : [])) },
  document: ({ documents, of }) => ({ documents, of }),
  'on-site': ({ look, bounds, validMonths }) => ({
    look,
    ...sourceOfBounds(bounds),
    ...(validMonths === 12 ? {} : { validMonths }),
  }),
  poll: ({ about, answer, withBasically, bounds, validMonths }) => ({
    about,
    answer,
    ...(withBasically ? { satisfiedIncludes: 'basically' } : {}),
    ...sourceOfBounds(bounds),
    ...(validMonths === 12 ? {} : { validMonths }),
  }),
  event: ({ events, window, bounds }) => ({
    event: events,
    window: sourceOfWindow(window),
    ...sourceOfBounds(bounds),
  }),
} satisfies { [M in Measure]: (check: Extract<Check, { measure: M }>) => Plain };

/** A check the way an edition's file writes it; what the item says already is left out. */
export function sourceOfCheck(check: Check, strictness: Strictness): Plain {
  const own = OWN[check.measure] as (check: Check) => Plain;
  return {
    id: check.id,
    title: check.title,
    measure: check.measure,
    ...own(check),
    ...(check.when.length > 0 ? { when: check.when.map(sourceOfCondition) } : {}),
    ...(check.strictness === strictness ? {} : { strictness: check.strictness }),
    ...sourceOfMoves(check.moves, check.measure),
    ...sayIf('why', check.why),
  };
}

const sayIf = (key: string, value: unknown): Plain => (value === undefined ? {} : { [key]: value });

function sourceOfMoves(moves: Moves, measure: Measure): Plain {
  const { points, ...rest } = { points: undefined, ...moves };
  const usual =
    measure === 'event'
      ? moves.way === 'veto' && moves.effect === 'item'
      : moves.way === (measure === 'on-site' ? 'proportion' : 'all-or-nothing');
  return { ...sayIf('points', points), ...(usual ? {} : { moves: rest }) };
}

const sourceOfBounds = (bounds: readonly Bound[]): Plain =>
  Object.fromEntries(bounds.map(({ word, value }) => [word, value]));

function sourceOfWindow(window: Window): unknown {
  if (window.kind === 'every') return window.period;
  return window.kind === 'rolling' ? { rolling: window.length, unit: window.unit } : window.kind;
}

function sourceOfPeople({ set, post, where }: People): Plain {
  const { educationAtLeast, ...rest } = where;
  return {
    set,
    ...(post.length > 0 ? { post } : {}),
    where: { ...rest, ...sayIf('educationAtLeast', educationAtLeast?.code) },
  };
}

/** Only new members have a window of their own. */
const freshWindow = ({ window }: People): Plain => (window ? { window: sourceOfWindow(window) } : {});

function sourceOfOnly({ host, attendedBy, ...rest }: Only): Plain {
  return { ...rest, ...sayIf('host', host?.post), ...sayIf('attendedBy', attendedBy?.post) };
}

const sourceOfHours = ({ activities, ...rest }: HoursOnly): Plain => ({
  ...rest,
  ...sayIf('activity', activities),
});

const sourceOfCounted = ({ activities, only }: Counted | ActivitiesCheck): Plain => ({
  activity: activities,
  only: sourceOfOnly(only),
});

function sourceOfShare({ of }: ShareCheck): Plain {
  if (of.kind === 'figures')
    return { figures: { part: of.part, whole: of.whole }, ...sayIf('validMonths', of.validMonths) };
  if (of.kind === 'activities') {
    const activities = { part: sourceOfCounted(of.part), whole: sourceOfCounted(of.whole) };
    return { activities, window: sourceOfWindow(of.window) };
  }
  return { who: sourceOfPeople(of.who), among: sourceOfPeople(of.among), ...freshWindow(of.who) };
}

function sourceOfTest({ figure, bounds, validMonths, years, compare }: FigureTest): Plain {
  return {
    figure,
    ...sourceOfBounds(bounds),
    ...sayIf('validMonths', validMonths),
    ...sayIf('years', years),
    ...(compare
      ? {
          [compare.word]: 'compare',
          compare: {
            ...(compare.figure === figure ? {} : { figure: compare.figure }),
            of: compare.of,
            ...(compare.yearsAgo === 0 ? {} : { yearsAgo: compare.yearsAgo }),
          },
        }
      : {}),
  };
}

function sourceOfCondition(condition: Condition): Plain {
  switch (condition.kind) {
    case 'form':
    case 'kind':
    case 'level':
      return { [condition.kind]: condition.among };
    case 'headcount':
      return {
        headcount: sourceOfPeople(condition.who),
        ...sayIf('orFigure', condition.orFigure),
        ...sourceOfBounds(condition.bounds),
      };
    case 'figure':
      return {
        figure: condition.figure,
        ...sourceOfBounds(condition.bounds),
        ...sayIf('validMonths', condition.validMonths),
      };
    case 'event':
      return {
        [condition.none ? 'noEvent' : 'event']: condition.events,
        window: sourceOfWindow(condition.window),
      };
  }
}
