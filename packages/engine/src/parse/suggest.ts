/** Edit distance of two words. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

/** The known word that was probably meant, if one is near enough. */
export function findNearest(word: string, known: readonly string[]): string | undefined {
  const scored = known
    .map((k) => ({ k, d: k.includes(word) || word.includes(k) ? 1 : distance(word, k) }))
    .sort((a, b) => a.d - b.d);
  const best = scored[0];
  return best && best.d <= Math.max(2, Math.floor(best.k.length / 2)) ? best.k : undefined;
}

/** `写的是 “seasn”，可写 month、quarter（最接近的是 “quarter”）` */
export function sayInstead(key: string, written: unknown, known: readonly string[]): string {
  const shown = typeof written === 'string' ? written : JSON.stringify(written);
  const nearest = typeof written === 'string' ? findNearest(written, known) : undefined;
  const list =
    known.length <= 14 ? known.join('、') : `${known.slice(0, 12).join('、')} 等 ${known.length} 个词`;
  return `${key} 写的是 “${shown}”，可写 ${list}${nearest ? `；最接近的是 “${nearest}”` : ''}`;
}
