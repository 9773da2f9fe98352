export * from './draft/draft.ts';
export * from './source/source.ts';
export { SourceProblem } from './source/source-problem.ts';
