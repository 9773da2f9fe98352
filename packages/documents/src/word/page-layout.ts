import {
  AlignmentType,
  DocumentGridType,
  Footer,
  type ISectionOptions,
  type ISectionPropertiesOptions,
  PageNumber,
  PageOrientation,
  Paragraph,
} from 'docx';
import { fonts, run, sizes } from './typography.ts';

const twips = (millimetres: number): number => Math.round((millimetres * 1440) / 25.4);

/** The type area: 156 × 225 mm on A4, 22 lines of 28 characters. */
export const typeArea = { width: twips(156), wideWidth: twips(225) };
const margin = {
  top: twips(37),
  left: twips(28),
  right: twips(26),
  bottom: twips(35),
  header: twips(15),
  footer: twips(22),
};
export const linePitch = 579;
const grid = { type: DocumentGridType.LINES, linePitch };

/** Page settings; a wide page turns the sheet and carries its head at the binding edge. */
export const pageProperties = (wide: boolean): ISectionPropertiesOptions =>
  wide
    ? {
        page: {
          size: { width: twips(210), height: twips(297), orientation: PageOrientation.LANDSCAPE },
          margin: {
            ...margin,
            top: margin.left,
            bottom: margin.right,
            left: margin.bottom,
            right: margin.top,
          },
        },
      }
    : { page: { size: { width: twips(210), height: twips(297) }, margin }, grid };

/** — 1 — right on odd pages, left on even ones, one character in. */
export const pageFooters: NonNullable<ISectionOptions['footers']> = {
  default: new Footer({ children: [pageNumber(AlignmentType.RIGHT)] }),
  even: new Footer({ children: [pageNumber(AlignmentType.LEFT)] }),
};

function pageNumber(alignment: typeof AlignmentType.LEFT | typeof AlignmentType.RIGHT): Paragraph {
  const side = alignment === AlignmentType.LEFT ? { left: 280 } : { right: 280 };
  return new Paragraph({
    alignment,
    indent: side,
    children: [run(['— ', PageNumber.CURRENT, ' —'], { font: fonts.song, size: sizes.four })],
  });
}
