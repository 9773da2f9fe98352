/** An edition cannot be written in a form, or a file cannot be read; the message is Chinese and says what to do. */
export class ExchangeProblem extends Error {
  override name = 'ExchangeProblem';
}
