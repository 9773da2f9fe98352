import type { Check } from '../grammar/check.ts';
import { type Edition, itemsOf } from '../grammar/edition.ts';
import type { Condition } from '../grammar/when.ts';
import { type Answer, holdsBounds } from '../judge/hold.ts';
import { judgeCheck } from '../judge/judge-check.ts';
import { judgeItem } from '../judge/judge-item.ts';
import { judgeStanding } from '../judge/judge-standing.ts';
import type { Standing } from '../judge/standing.ts';
import type { Measured } from '../measure/measured.ts';
import { effectiveValues, type LocalParameter } from '../parameters/local-parameter.ts';
import { holdBounds, type Values } from '../parameters/values.ts';
import { shortText } from '../sentence/short-text.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import { interpretCheck } from './interpret-check.ts';
import { interpretFigures } from './interpret-figures.ts';
import { interpretHeadcount } from './interpret-people.ts';
import { interpretEvents } from './interpret-records.ts';
import type { Rows } from './rows.ts';
import { findWorld, rowsKnownAt, type World } from './world.ts';

export interface InterpretOptions {
  readonly edition: Edition;
  readonly revision?: number;
  readonly asOf: string;
  readonly knownAt: string;
  readonly locals?: readonly LocalParameter[];
  readonly rows: Rows;
  readonly organization: number;
  readonly vocabulary: Vocabulary;
}

/** The standing of one organization from plain rows; null when the edition does not judge it on that day. */
export function interpret(options: InterpretOptions): Standing | null {
  const { edition, asOf, knownAt, organization } = options;
  const known = rowsKnownAt(options.rows, knownAt);
  const world = findWorld(known, organization, asOf, edition.appliesTo);
  if (!world) return null;
  const { path } = world.self;
  const values = effectiveValues(edition, options.locals ?? [], path, asOf);
  const items = itemsOf(edition).map((item) =>
    judgeItem(
      item,
      item.checks.map((check) => {
        const standing = judgeCheck(check, item, interpretInScope(check, world, values), values);
        const short = shortText(check, standing, values, options.vocabulary);
        return short === undefined ? standing : { ...standing, short };
      }),
    ),
  );
  const judged = { organization, path, revision: options.revision ?? 1, asOf, knownAt };
  return judgeStanding(edition, judged, items);
}

function interpretInScope(check: Check, world: World, values: Values): Measured {
  const answers = check.when.map((condition) => holdsIn(condition, world, values));
  if (answers.includes('no')) return { known: 'yes', applies: false, why: 'condition', readings: [] };
  if (answers.includes('unknown'))
    return { known: 'no', applies: true, why: 'condition-not-known', readings: [] };
  return interpretCheck(check, world, values);
}

function holdsIn(condition: Condition, world: World, values: Values): Answer {
  const yes = (is: boolean): Answer => (is ? 'yes' : 'no');
  switch (condition.kind) {
    case 'form':
      return yes(condition.among.includes(world.span.form));
    case 'kind':
      return yes(world.span.kind !== null && condition.among.includes(world.span.kind));
    case 'level':
      return yes(condition.among.includes(world.span.level));
    case 'headcount': {
      const bounds = holdBounds(condition.bounds, values);
      return answer(interpretHeadcount(condition.who, bounds, condition.orFigure, world, values), bounds);
    }
    case 'figure': {
      const { figure, bounds, validMonths } = condition;
      const test = { figure, bounds, ...(validMonths === undefined ? {} : { validMonths }) };
      return answer(interpretFigures([test], world, values), holdBounds(bounds, values));
    }
    case 'event': {
      const bounds = [{ word: 'atMost', value: 0 }] as const;
      const none = answer(interpretEvents({ ...condition, bounds }, world, values), bounds);
      if (none === 'unknown') return none;
      return condition.none === (none === 'yes') ? 'yes' : 'no';
    }
  }
}

function answer(measured: Measured, bounds: ReturnType<typeof holdBounds>): Answer {
  if (!measured.applies) return 'no';
  if (measured.known === 'no') return 'unknown';
  const answers = measured.readings.map((reading) => holdsBounds(reading, bounds));
  return answers.includes('no') ? 'no' : answers.includes('unknown') ? 'unknown' : 'yes';
}
