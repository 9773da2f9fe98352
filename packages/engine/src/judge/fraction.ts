/** Exact decimals: a number as the text that it prints, over a power of ten. */
interface Decimal {
  readonly digits: bigint;
  readonly scale: number;
}

function decimalOf(value: number): Decimal {
  if (Number.isSafeInteger(value)) return { digits: BigInt(value), scale: 0 };
  const text = String(value);
  const [mantissa = '0', exponent = '0'] = text.split('e');
  const [whole = '0', fraction = ''] = mantissa.split('.');
  const scale = fraction.length - Number(exponent);
  const digits = BigInt(whole + fraction);
  return scale >= 0 ? { digits, scale } : { digits: digits * 10n ** BigInt(-scale), scale: 0 };
}

/** Exact fraction; the denominator is positive. */
export interface Fraction {
  readonly top: bigint;
  readonly bottom: bigint;
}

/** `value / of`, exactly. */
export function fractionOf(value: number, of = 1): Fraction {
  const a = decimalOf(value);
  const b = decimalOf(of);
  if (b.digits === 0n) throw new Error('a share of nothing has no value');
  if (a.scale === 0 && b.scale === 0 && b.digits > 0n) return { top: a.digits, bottom: b.digits };
  const top = a.digits * 10n ** BigInt(b.scale);
  const bottom = b.digits * 10n ** BigInt(a.scale);
  return bottom < 0n ? { top: -top, bottom: -bottom } : { top, bottom };
}

export function compareFractions(a: Fraction, b: Fraction): -1 | 0 | 1 {
  const difference = a.top * b.bottom - b.top * a.bottom;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

export const subtract = (a: Fraction, b: Fraction): Fraction => ({
  top: a.top * b.bottom - b.top * a.bottom,
  bottom: a.bottom * b.bottom,
});

export const multiply = (a: Fraction, b: Fraction): Fraction => ({
  top: a.top * b.top,
  bottom: a.bottom * b.bottom,
});

export function floorOf(f: Fraction): number {
  const quotient = f.top / f.bottom;
  return Number(f.top < 0n && f.top % f.bottom !== 0n ? quotient - 1n : quotient);
}

export const ceilOf = (f: Fraction): number => -floorOf({ top: -f.top, bottom: f.bottom });

/** Rounded half up to a whole number. */
export const roundOf = (f: Fraction): number =>
  floorOf({ top: 2n * f.top + f.bottom, bottom: 2n * f.bottom });

/** A number to show: at most so many decimals, rounded up so that a shortfall never shows as none. */
export function showUp(f: Fraction, decimals = 3): number {
  const scale = 10 ** decimals;
  return ceilOf(multiply(f, { top: BigInt(scale), bottom: 1n })) / scale;
}
