export {
  type ComparedItem,
  type ComparedParameter,
  compareEditions,
  type EditionComparison,
  type ItemChange,
} from './compare/compare-editions.ts';
export { type ExampleOutcome, runExample } from './examples/run-example.ts';
export type * from './grammar/basis.ts';
export * from './grammar/bound.ts';
export * from './grammar/check.ts';
export * from './grammar/edition.ts';
export type * from './grammar/item.ts';
export type * from './grammar/moves.ts';
export type * from './grammar/parameter.ts';
export type * from './grammar/people.ts';
export { REGISTERS, type Register } from './grammar/register.ts';
export type * from './grammar/when.ts';
export type * from './grammar/window.ts';
export { type InterpretOptions, interpret } from './interpret/interpret.ts';
export type * from './interpret/rows.ts';
export { judge } from './judge/judge.ts';
export type * from './judge/standing.ts';
export type { OrganizationFacts } from './measure/facts.ts';
export type * from './measure/measured.ts';
export {
  baseValue,
  type EffectiveParameter,
  effectiveParameter,
  effectiveValues,
  type LocalParameter,
  refuseLocal,
} from './parameters/local-parameter.ts';
export { type ParsedEdition, parseEdition, parseSource } from './parse/parse-edition.ts';
export type { ParseError } from './parse/report.ts';
export { type Plan, type PlanOptions, planEvaluation } from './plan/plan-evaluation.ts';
export { boundText } from './sentence/bound-text.ts';
export { formula } from './sentence/formula.ts';
export { sentence } from './sentence/sentence.ts';
export { whyText } from './sentence/why-text.ts';
export { windowText } from './sentence/window-text.ts';
export { BOUND_TEXT, periodText } from './sentence/words.ts';
export { compileEvaluation, type FactsRow } from './sql/compile-evaluation.ts';
export type { Target } from './sql/target.ts';
export {
  compileLineage,
  compileTrace,
  type LineageRow,
  type TraceAnswer,
  type TracePaging,
} from './trace/compile-trace.ts';
export { planTrace, prepareTrace, type TraceSubject } from './trace/prepare-trace.ts';
export { type PresentTraceOptions, presentTrace } from './trace/present-trace.ts';
export type * from './trace/trace.ts';
export { parseVocabulary } from './vocabulary/parse-vocabulary.ts';
export { titleOf, type Vocabulary } from './vocabulary/vocabulary.ts';
export { addDays, addMonths } from './window/calendar.ts';
