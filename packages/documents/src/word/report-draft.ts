/** A report in the layout of GB/T 9704—2012, as plain data. */
export type ReportDraft = {
  /** The red head: the organ's mark and the document number. Left out for internal material. */
  head?: { mark: string; number?: string };
  title: string;
  /** 主送机关, without the colon. */
  addressee?: string;
  blocks: readonly ReportBlock[];
  signature?: { by: string; on: string };
  annexes?: readonly ReportAnnex[];
};

export type ReportAnnex = { title: string; wide?: boolean; blocks: readonly ReportBlock[] };

export type ReportBlock =
  | { kind: 'heading'; level: 1 | 2 | 3; text: string }
  | { kind: 'paragraph'; text: string }
  | ReportTable;

/** A table; widths are shares of the type area. Shades are RGB of single cells, '' for none. */
export type ReportTable = {
  kind: 'table';
  caption?: string;
  columns: readonly { title: string; share: number; align?: 'left' | 'center' | 'right' }[];
  rows: readonly (readonly string[])[];
  shades?: readonly (readonly string[])[];
  small?: boolean;
};
