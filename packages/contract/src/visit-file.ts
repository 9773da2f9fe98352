import * as z from 'zod';
import { id, sha256 } from './common.ts';
import { receipt } from './visit-entry.ts';

const uuid = z.uuid();

/** POST /rating/files {id, visit, media, size, sha256} → {received}; then POST /rating/files/:file?at=N with bytes. */
export const fileBody = z.object({
  /** As with entries: refused (409) when somebody else is signed in. */
  account: z.string().max(80).optional(),
  id: uuid,
  visit: id,
  media: z.enum(['image/jpeg', 'image/webp', 'image/png']),
  size: z.number().int().min(1).max(5_242_880),
  sha256,
});
export const fileParams = z.object({ file: uuid });
/** The body is at most 320 KiB of the photograph's bytes from the byte `at` on; sent again they change nothing. */
export const filePartQuery = z.object({ at: z.coerce.number().int().min(0).max(5_242_880) });
export const fileTaken = z.object({
  /** Bytes without a gap from the start: where to go on. */
  received: z.number().int(),
  /** Once all is there and its hash is right. */
  receipt: receipt.nullable(),
});
export type FileTaken = z.output<typeof fileTaken>;
