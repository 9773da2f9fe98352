export { analyse } from './analyse/analyse.ts';
export type * from './analyse/ratings.ts';
export {
  checkDraw,
  commitTo,
  type Draw,
  type DrawInput,
  type DrawUnit,
  draw,
  type Override,
} from './draw/draw.ts';
export { analyseInput, drawInput, planInput } from './input.ts';
export { type JointScore, jointScores } from './joint/joint-scores.ts';
export { plan } from './plan/plan.ts';
export type * from './plan/plan-types.ts';
export { canonicalText, hashOf } from './result/canonical-text.ts';
export { checkResult, type ResultFile } from './result/check-result.ts';
export { outcomeOf } from './result/outcome-of.ts';
export { fewestSlips, tieRule } from './result/tie-rule.ts';
