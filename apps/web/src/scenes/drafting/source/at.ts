import type { DraftProposal, DraftSource } from '@hujian/contract';

export type Block = DraftSource['blocks'][number];
export type At = NonNullable<DraftProposal['at']>;

/** A place of the source as a key: p12, or the sheet and its row. */
export const atKey = (at: At): string => ('paragraph' in at ? `p${at.paragraph}` : `${at.sheet}!${at.row}`);
