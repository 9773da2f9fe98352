/** A decision that cannot be taken. `path` names what is wrong, the message says it in Chinese. */
export class DecisionProblem extends Error {
  override name = 'DecisionProblem';
  readonly issues: { path: string; message: string }[];

  constructor(message: string, issues: { path: string; message: string }[] = []) {
    super(message);
    this.issues = issues;
  }
}
