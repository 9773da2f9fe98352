import { checkJpeg } from './check-jpeg.ts';
import { checkPng } from './check-png.ts';
import { checkWebp } from './check-webp.ts';

/** What is wrong with a photograph: it is damaged or of another kind, or it carries more than the picture. */
export type ImageFault = 'damaged' | 'carries-more';

const checks = {
  'image/jpeg': checkJpeg,
  'image/png': checkPng,
  'image/webp': checkWebp,
} as const;

/**
 * Looks at the bytes, never at a name: whether they are a picture of that kind, whole, and nothing but a picture. Every
 * part that is not known to hold colours only is refused: a position hides in EXIF, in XMP, and in places to come.
 */
export const checkImage = (media: keyof typeof checks, bytes: Buffer): ImageFault | undefined =>
  checks[media](bytes);
