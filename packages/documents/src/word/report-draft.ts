/** A report in the layout of GB/T 9704—2012, as plain data. */
export type ReportDraft = {
  /** The red head. Left out for internal material. */
  head?: ReportHead;
  title: string;
  /** 主送机关, without the colon. */
  addressee?: string;
  blocks: readonly ReportBlock[];
  /** 出席、请假、列席 of minutes: after the text, the word in 黑体. */
  attendance?: readonly { word: string; people: string }[];
  /** Minutes carry none. */
  signature?: { by: string; on: string };
  annexes?: readonly ReportAnnex[];
  /** 版记, at the foot of the last page. */
  colophon?: ReportColophon;
};

/** 发文机关标志, 发文字号, and of a document that goes upward who signs it (签发人). */
export type ReportHead = { mark: string; number?: string; signers?: readonly string[] };

/** `on` is the day it was printed, 'YYYY-MM-DD'. */
export type ReportColophon = { copies?: string; issuer: string; on: string };

export type ReportAnnex = { title: string; wide?: boolean; blocks: readonly ReportBlock[] };

export type ReportBlock =
  | { kind: 'heading'; level: 1 | 2 | 3; text: string }
  /** `lead`: the first words, in the face of a heading of the second level. */
  | { kind: 'paragraph'; text: string; lead?: string }
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
