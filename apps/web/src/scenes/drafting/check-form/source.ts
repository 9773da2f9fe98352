/** A check as its edition writes it. The form knows its keys and keeps those that it does not show. */
export type Source = Readonly<Record<string, unknown>>;

export const isSource = (value: unknown): value is Source =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The source with a key set; undefined, an empty text, list or map takes it out. */
export function withKey(source: Source, key: string, value: unknown): Source {
  const { [key]: _before, ...rest } = source;
  return isEmpty(value) ? rest : { ...rest, [key]: value };
}

export const withKeys = (source: Source, given: Source): Source =>
  Object.entries(given).reduce((made, [key, value]) => withKey(made, key, value), source);

const isEmpty = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  value === '' ||
  (Array.isArray(value) && value.length === 0) ||
  (isSource(value) && Object.keys(value).length === 0);

export const textAt = (source: Source, key: string): string | undefined =>
  typeof source[key] === 'string' ? source[key] : undefined;

export const numberAt = (source: Source, key: string): number | undefined =>
  typeof source[key] === 'number' ? source[key] : undefined;

export const mapAt = (source: Source, key: string): Source => {
  const value = source[key];
  return isSource(value) ? value : {};
};

/** One code or several, as a list. */
export function codesAt(source: Source, ...keys: string[]): string[] {
  const value = keys.map((key) => source[key]).find((one) => one !== undefined);
  if (typeof value === 'string') return [value];
  return Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];
}

/** Several codes as an edition writes them: one alone stands without a list. */
export const writeCodes = (codes: readonly string[]): unknown => (codes.length === 1 ? codes[0] : codes);
