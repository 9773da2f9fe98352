/** What is wrong with the text of one cell, in Chinese; whoever reads the cell says where it stands. */
export class CellProblem extends Error {
  override name = 'CellProblem';
}
