export * from './draft/draft.ts';
export { openSource } from './source/open-source.ts';
export * from './source/source.ts';
export { SourceProblem } from './source/source-problem.ts';
