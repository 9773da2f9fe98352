/** Reading what stands behind the question mark of an address; a wrong value counts as not given. */

type Texts<K extends string> = { [key in K]?: string | undefined };
type Numbers<K extends string> = { [key in K]?: number | undefined };

export function readSearch<const T extends string, const N extends string = never>(
  texts: readonly T[],
  numbers: readonly N[] = [],
): (given: Record<string, unknown>) => Texts<T> & Numbers<N> {
  return (given) => {
    const found: Record<string, string | number> = {};
    for (const key of texts) {
      const value = given[key];
      if (typeof value === 'number' || (typeof value === 'string' && value !== ''))
        found[key] = String(value);
    }
    for (const key of numbers) {
      const value = Number(given[key]);
      if (given[key] !== undefined && given[key] !== '' && Number.isFinite(value)) found[key] = value;
    }
    return found as Texts<T> & Numbers<N>;
  };
}
