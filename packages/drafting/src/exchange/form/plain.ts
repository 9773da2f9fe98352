export type Plain = Record<string, unknown>;

export const isPlain = (value: unknown): value is Plain =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const listOf = (value: unknown): unknown[] =>
  Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];

/** The value at the end of a path, undefined where the path breaks off. */
export function getAt(record: Plain, path: readonly string[]): unknown {
  return path.reduce<unknown>((value, key) => (isPlain(value) ? value[key] : undefined), record);
}

/** Puts a value at the end of a path, making the records on the way. */
export function putAt(record: Plain, path: readonly string[], value: unknown): void {
  const [key, ...rest] = path;
  if (key === undefined) return;
  if (rest.length === 0) {
    record[key] = value;
    return;
  }
  const inner = record[key];
  const next: Plain = isPlain(inner) ? inner : {};
  record[key] = next;
  putAt(next, rest, value);
}

/** Records in a fixed order: known keys first, as listed; what is undefined, null or an empty record is left out. */
export function inOrder(record: Plain, keys: readonly string[]): Plain {
  const known = keys.filter((key) => key in record);
  const others = Object.keys(record).filter((key) => !keys.includes(key));
  return Object.fromEntries(
    [...known, ...others].map((key) => [key, record[key]] as const).filter(([, value]) => isSaid(value)),
  );
}

const isSaid = (value: unknown): boolean =>
  value !== undefined && value !== null && !(isPlain(value) && Object.keys(value).length === 0);
