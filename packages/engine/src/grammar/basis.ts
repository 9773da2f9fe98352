/** Where a rule or a number comes from. */
export interface Basis {
  readonly document: string;
  readonly number?: string;
  readonly issuer?: string;
  readonly date?: string;
  readonly note?: string;
}
