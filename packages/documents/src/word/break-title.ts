/** As many characters of 二号 as the type area holds with figures of any face. */
const most = 19;
const words = new Intl.Segmenter('zh', { granularity: 'word' });
/** Words of the field that no dictionary knows. */
const whole = /(三互观摩|四互观摩|三互|四互|软弱涣散|党组织|\d+年)/;

/** A title that is too long for a line, in as few lines of like length as hold it, never broken inside a word. */
export function breakTitle(title: string): string[] {
  const total = widthOf(title);
  if (total <= most) return [title];
  const aim = total / Math.ceil(total / most);
  const lines: string[] = [''];
  for (const segment of title.split(whole).flatMap(segmentOf)) {
    const line = lines.at(-1) ?? '';
    const next = widthOf(line) + widthOf(segment);
    const begins = line !== '' && /^[^。，、》）的]/.test(segment);
    // A word goes where the line comes nearer to its share, as long as it fits.
    const over = next > most || (next > aim && next - aim > aim - widthOf(line));
    if (begins && over) lines.push(segment);
    else lines[lines.length - 1] = line + segment;
  }
  return lines;
}

const segmentOf = (part: string): string[] =>
  whole.test(part) ? [part] : [...words.segment(part)].map(({ segment }) => segment);

const widthOf = (text: string): number =>
  [...text].reduce((sum, character) => sum + (character.charCodeAt(0) < 256 ? 0.5 : 1), 0);
