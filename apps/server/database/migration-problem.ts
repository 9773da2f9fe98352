/** A migration that cannot go on; the message is Chinese and says what to do. */
export class MigrationProblem extends Error {
  override name = 'MigrationProblem';
}
