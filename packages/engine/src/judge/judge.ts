import type { Check } from '../grammar/check.ts';
import { itemsOf } from '../grammar/edition.ts';
import { doesNotApply, isNotKnown } from '../measure/answers.ts';
import { FactReader } from '../measure/fact-reader.ts';
import type { OrganizationFacts } from '../measure/facts.ts';
import { measureCheck } from '../measure/measure-check.ts';
import { answerConditions } from '../measure/measure-condition.ts';
import type { Measured } from '../measure/measured.ts';
import { effectiveValues } from '../parameters/local-parameter.ts';
import type { Plan } from '../plan/plan-evaluation.ts';
import type { Frame } from '../plan/probes.ts';
import { shortText } from '../sentence/short-text.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import { judgeCheck } from './judge-check.ts';
import { judgeItem } from './judge-item.ts';
import { judgeStanding } from './judge-standing.ts';
import type { Standing } from './standing.ts';

/** The facts of one check, its scope of application looked at first. */
export function measureInScope(check: Check, frame: Frame, reader: FactReader): Measured {
  const applies = answerConditions(check.when, frame, reader);
  if (applies === 'no') return doesNotApply('condition');
  if (applies === 'unknown') return isNotKnown('condition-not-known');
  return measureCheck(check, frame, reader);
}

const frames = new WeakMap<Plan, Map<string, Frame>>();

/** One frame for all organizations under the same numbers. */
function frameOf(plan: Plan, path: string): Frame {
  let known = frames.get(plan);
  if (!known) {
    known = new Map();
    frames.set(plan, known);
  }
  const local = plan.locals.filter((l) => path.startsWith(l.path)).map((l) => plan.locals.indexOf(l));
  const key = local.join(' ');
  const found = known.get(key);
  if (found) return found;
  const frame: Frame = {
    asOf: plan.asOf,
    values: effectiveValues(plan.edition, plan.locals, path, plan.asOf),
  };
  known.set(key, frame);
  return frame;
}

/** From the facts of one organization (a row of the evaluation's answer) to its standing; pure. */
export function judge(
  plan: Plan,
  facts: OrganizationFacts,
  knownAt: string,
  vocabulary: Vocabulary,
): Standing {
  const reader = new FactReader(plan, facts);
  const frame = frameOf(plan, facts.path);
  const { values } = frame;
  const items = itemsOf(plan.edition).map((item) =>
    judgeItem(
      item,
      item.checks.map((check) => {
        const standing = judgeCheck(check, item, measureInScope(check, frame, reader), values);
        const short = shortText(check, standing, values, vocabulary);
        return short === undefined ? standing : { ...standing, short };
      }),
    ),
  );
  const { organization, path } = facts;
  const { revision, asOf } = plan;
  return judgeStanding(plan.edition, { organization, path, revision, asOf, knownAt }, items);
}
