/** Why a paragraph is in no item and no heading: the words that the draft prints. */
export const REASONS = {
  page: 'page number',
  contents: 'table of contents',
  web: 'web page around the text',
  title: 'title printed again',
  attachment: 'label of an attachment',
  preamble: 'preamble',
  supplementary: 'supplementary provisions',
  leadIn: 'words before the items of a chapter',
  procedure: 'prose under a heading without items',
  otherPaper: 'another paper in the same file',
  signature: 'signature or date',
  form: 'field of the form',
  header: 'table header',
  weight: 'weight of an indicator',
  group: 'heading of a group of items',
  grades: 'how the total is graded',
  filledIn: 'filled in by the person who scores',
  total: 'row of totals',
  note: 'note',
  table: 'table without items',
  around: 'prose around the table',
  unplaced: 'not placed by the reader',
  empty: 'number without words',
} as const;

export type Reason = (typeof REASONS)[keyof typeof REASONS];
