/** Why a demo county cannot be made here, in the reader's words. */
export class DemoProblem extends Error {
  override readonly name = 'DemoProblem';
}
