import { type Choice, choiceParser, type Parsed, parseText, type RawCell } from '@hujian/documents';

/** Several choices in one cell, separated by 、 , ; or line breaks, as a PostgreSQL array literal of codes. */
export function readChoices(
  choices: readonly Choice[],
  from1904: boolean,
): (cell: RawCell) => Parsed<string> {
  const one = choiceParser(choices);
  return (cell) => {
    const text = parseText(cell, from1904, 500);
    if (!text.ok) return text;
    const codes: string[] = [];
    for (const part of text.value.split(/[、,，;；\n]+/)) {
      if (part.trim() === '') continue;
      const code = one({ ...cell, kind: 'text', text: part });
      if (!code.ok) return code;
      if (!codes.includes(code.value)) codes.push(code.value);
    }
    return { ok: true, value: `{${codes.join(',')}}` };
  };
}
