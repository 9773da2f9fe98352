export { applyChanges, type Deciding } from './decide/apply-changes.ts';
export type { Change } from './decide/change.ts';
export { DecisionProblem } from './decide/decision-problem.ts';
export { type AssembleOptions, assemble, assembleChecks, sumOf } from './source/assemble.ts';
export { countWork, type WorkCounts } from './source/count-work.ts';
export { type CheckContext, type ReadCheck, readCheckSource } from './source/read-check-source.ts';
export { listRemarks, type Remark } from './source/remarks.ts';
export type * from './work.ts';
