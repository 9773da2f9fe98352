import { pinyin } from 'pinyin-pro';

const known = new Map<string, string>();

/** Pinyin initials of a name in lower case (张三 → zs), for search; letters and digits stay. */
export function initialsOf(name: string): string {
  let initials = '';
  for (const character of name.slice(0, 40)) initials += initialOf(character);
  return initials;
}

function initialOf(character: string): string {
  const found = known.get(character);
  if (found !== undefined) return found;
  const [first = ''] = pinyin(character, { pattern: 'first', toneType: 'none', type: 'array' });
  const initial = /^[a-z0-9]$/i.test(first) ? first.toLowerCase() : '';
  known.set(character, initial);
  return initial;
}
