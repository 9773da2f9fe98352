import type { Check } from '../grammar/check.ts';
import type { Frame } from '../plan/probes.ts';
import { doesNotApply, isNotKnown } from './answers.ts';
import type { FactReader } from './fact-reader.ts';
import { measureCheck } from './measure-check.ts';
import { answerConditions } from './measure-condition.ts';
import type { Measured } from './measured.ts';

/** The facts of one check, its scope of application looked at first. */
export function measureInScope(check: Check, frame: Frame, reader: FactReader): Measured {
  const applies = answerConditions(check.when, frame, reader);
  if (applies === 'no') return doesNotApply('condition');
  if (applies === 'unknown') return isNotKnown('condition-not-known');
  return measureCheck(check, frame, reader);
}
