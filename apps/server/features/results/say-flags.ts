/** What a person should look at, in Chinese sentences: a flag is a reason to ask, never a verdict. */
export function sayFlags(
  flags: readonly string[],
  nameOf: (panelist: string) => string,
  unitOf: (code: string) => string,
): string[] {
  return flags.map((flag) => {
    const at = flag.indexOf(':');
    const [kind, whom] = at < 0 ? [flag, ''] : [flag.slice(0, at), flag.slice(at + 1)];
    return (says[kind] ?? (() => flag))(kind === 'wild' ? unitOf(whom) : nameOf(whom));
  });
}

const says: Record<string, (whom: string) => string> = {
  reciprocal: (whom) => `与${whom}互相给对方单位的分明显高于其他人，请核对。`,
  copy: (whom) => `与${whom}的评议表几乎逐项相同，请核对是否各自独立打分。`,
  wild: (whom) => `给“${whom}”的分与其他人相差很大，已降低其影响，请核对。`,
  'own-home': () => '评了自己所在的单位，这份评议表没有计入。',
  'own-township': () => '给本乡镇单位的分明显偏高，请核对。',
  'no-spread': () => '给各单位的分几乎一样，分不出高低。',
};
