export type TroubleKind = 'receipt' | 'other-account';

/** Why sync stopped although the line is good. */
export class SyncTrouble extends Error {
  override name = 'SyncTrouble';
  readonly kind: TroubleKind;
  /** Who is signed in instead. */
  readonly other: string;

  constructor(kind: TroubleKind, other = '') {
    super(kind);
    this.kind = kind;
    this.other = other;
  }
}
