import { inOrder, isPlain, listOf, type Plain } from './plain.ts';

const CHECK = [
  'id',
  'title',
  'measure',
  'activity',
  'figure',
  'document',
  'documents',
  'event',
  'about',
  'answer',
  'satisfiedIncludes',
  'look',
  'who',
  'among',
  'figures',
  'activities',
  'anyOf',
  'of',
  'orFigure',
  'each',
  'distinct',
  'only',
  'window',
  'atLeast',
  'moreThan',
  'atMost',
  'lessThan',
  'compare',
  'share',
  'validMonths',
  'years',
  'when',
  'strictness',
  'points',
  'moves',
  'why',
];
const WHERE = [
  'ageAtMost',
  'ageAtLeast',
  'educationAtLeast',
  'sex',
  'floating',
  'paired',
  'lostContact',
  'hasPostDuty',
  'noSeat',
  'contactKnownMonths',
  'exemptHours',
];
const ONLY = [
  'activity',
  'theme',
  'tag',
  'stages',
  'grade',
  'concentrated',
  'months',
  'fixedDay',
  'complete',
  'minAttendance',
  'host',
  'attendedBy',
];
const MOVES = ['way', 'off', 'each', 'unit', 'step', 'cap', 'effect'];

/** One check with each of its keys written in one way. */
export function houseCheck(check: unknown): unknown {
  if (!isPlain(check)) return check;
  const { document, documents, event, events, moves, points, when, figures, activities, ...rest } = check;
  return inOrder(
    {
      ...rest,
      ...oneOrList(documents ?? document),
      event: scalar(events ?? event),
      activity: scalar(rest.activity),
      who: housePeople(rest.who),
      among: housePeople(rest.among),
      figures: isPlain(figures) ? inOrder(figures, ['part', 'whole']) : figures,
      activities: isPlain(activities) ? houseParts(activities) : activities,
      anyOf: Array.isArray(rest.anyOf) ? rest.anyOf.map(houseTest) : rest.anyOf,
      only: houseOnly(rest.only),
      compare: isPlain(rest.compare) ? inOrder(rest.compare, ['figure', 'of', 'yearsAgo']) : rest.compare,
      when: listOf(when).length > 0 ? scalar(listOf(when).map(houseCondition)) : undefined,
      points: isPlain(moves) && moves.points !== undefined ? moves.points : points,
      moves: houseMoves(moves),
    },
    CHECK,
  );
}

const scalar = (value: unknown): unknown => (Array.isArray(value) && value.length === 1 ? value[0] : value);

const oneOrList = (documents: unknown): Plain =>
  Array.isArray(documents) && documents.length !== 1 ? { documents } : { document: scalar(documents) };

function houseMoves(moves: unknown): unknown {
  if (!isPlain(moves)) return moves;
  const { points: _points, ...rest } = moves;
  const form = inOrder({ ...rest, ...(rest.step === 1 ? { step: undefined } : {}) }, MOVES);
  return Object.keys(form).length === 1 && typeof form.way === 'string' ? form.way : form;
}

export function housePeople(people: unknown): unknown {
  if (!isPlain(people)) return people;
  const where = isPlain(people.where) ? inOrder(people.where, WHERE) : people.where;
  const form = inOrder({ ...people, post: scalar(people.post), where }, ['set', 'post', 'where']);
  return Object.keys(form).length === 1 && typeof form.set === 'string' ? form.set : form;
}

const houseOnly = (only: unknown): unknown =>
  isPlain(only)
    ? inOrder({ ...only, activity: scalar(only.activity), stages: maybeList(only.stages) }, ONLY)
    : only;

const maybeList = (value: unknown): unknown => (value === undefined ? undefined : listOf(value));

const houseCounted = (counted: unknown): unknown =>
  isPlain(counted)
    ? inOrder({ ...counted, activity: scalar(counted.activity), only: houseOnly(counted.only) }, [
        'activity',
        'only',
      ])
    : counted;

const houseParts = (parts: Plain): Plain =>
  inOrder({ ...parts, part: houseCounted(parts.part), whole: houseCounted(parts.whole) }, ['part', 'whole']);

const houseTest = (test: unknown): unknown =>
  isPlain(test)
    ? inOrder(
        {
          ...test,
          compare: isPlain(test.compare) ? inOrder(test.compare, ['figure', 'of', 'yearsAgo']) : test.compare,
        },
        CHECK,
      )
    : test;

function houseCondition(condition: unknown): unknown {
  if (!isPlain(condition)) return condition;
  return inOrder(
    {
      ...condition,
      ...Object.fromEntries(['form', 'kind', 'level'].map((key) => [key, maybeList(condition[key])])),
      headcount: housePeople(condition.headcount),
      event: scalar(condition.event),
      noEvent: scalar(condition.noEvent),
    },
    ['form', 'kind', 'level', 'headcount', 'figure', 'event', 'noEvent', 'orFigure', ...CHECK],
  );
}
