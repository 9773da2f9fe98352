export * from './draft/draft.ts';
export { printDraft } from './draft/print-draft.ts';
export { readDraft } from './draft/read-draft.ts';
export { openSource } from './source/open-source.ts';
export { largestSource } from './source/refusals.ts';
export * from './source/source.ts';
export { SourceProblem } from './source/source-problem.ts';
export type { Reason } from './structure/reasons.ts';
