import type { Condition } from '../grammar/when.ts';
import type { Answer } from '../judge/hold.ts';
import { holdsBounds } from '../judge/hold.ts';
import { holdBounds } from '../parameters/values.ts';
import type { Frame } from '../plan/probes.ts';
import type { FactReader } from './fact-reader.ts';
import { measureEvent } from './measure-event.ts';
import { measureFigure } from './measure-figure.ts';
import { measureHeadcount } from './measure-people.ts';
import type { Measured } from './measured.ts';

/** Whether a condition of `when` holds for the organization. */
export function answerCondition(condition: Condition, frame: Frame, reader: FactReader): Answer {
  const { facts } = reader;
  switch (condition.kind) {
    case 'form':
      return condition.among.includes(facts.form) ? 'yes' : 'no';
    case 'kind':
      return facts.kind !== null && condition.among.includes(facts.kind) ? 'yes' : 'no';
    case 'level':
      return condition.among.includes(facts.level) ? 'yes' : 'no';
    case 'headcount':
      return answerMeasured(measureHeadcount(condition, frame, reader), condition.bounds, frame);
    case 'figure': {
      const { figure, bounds, validMonths } = condition;
      const test = { figure, bounds, ...(validMonths === undefined ? {} : { validMonths }) };
      return answerMeasured(measureFigure({ anyOf: [test] }, frame, reader), bounds, frame);
    }
    case 'event': {
      const bounds = [{ word: 'atMost', value: 0 }] as const;
      const none = answerMeasured(measureEvent({ ...condition, bounds }, frame, reader), bounds, frame);
      if (condition.none || none === 'unknown') return none;
      return none === 'yes' ? 'no' : 'yes';
    }
  }
}

function answerMeasured(measured: Measured, bounds: Parameters<typeof holdBounds>[0], frame: Frame): Answer {
  if (!measured.applies) return 'no';
  if (measured.known === 'no') return 'unknown';
  const answers = measured.readings.map((r) => holdsBounds(r, holdBounds(bounds, frame.values)));
  if (answers.includes('no')) return 'no';
  return answers.includes('unknown') ? 'unknown' : 'yes';
}

/** All conditions together: one that fails decides, else one that is not known. */
export function answerConditions(conditions: readonly Condition[], frame: Frame, reader: FactReader): Answer {
  const answers = conditions.map((c) => answerCondition(c, frame, reader));
  if (answers.includes('no')) return 'no';
  return answers.includes('unknown') ? 'unknown' : 'yes';
}
