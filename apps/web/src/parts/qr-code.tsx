import qrcode from 'qrcode-generator';

/** The dark modules as one path, a unit a module, with the quiet margin of four that readers ask for. */
function pathOf(text: string): { side: number; path: string } {
  const code = qrcode(0, 'M');
  code.addData(text);
  code.make();
  const count = code.getModuleCount();
  const runs: string[] = [];
  for (let row = 0; row < count; row += 1) {
    for (let column = 0; column < count; column += 1) {
      if (code.isDark(row, column)) runs.push(`M${column + 4} ${row + 4}h1v1h-1z`);
    }
  }
  return { side: count + 8, path: runs.join('') };
}

interface QrCodeProps {
  text: string;
  label: string;
  /** Pixels on the screen; on paper the style sheet says how wide. */
  size?: number;
}

/** A QR code drawn here as SVG: sharp on paper, and nothing of it leaves the machine. */
export function QrCode({ text, label, size = 132 }: QrCodeProps) {
  const { side, path } = pathOf(text);
  return (
    <svg
      className="qr-code"
      role="img"
      aria-label={label}
      width={size}
      height={size}
      viewBox={`0 0 ${side} ${side}`}
      shapeRendering="crispEdges"
    >
      <rect width={side} height={side} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}
