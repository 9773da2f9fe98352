const remembered = new WeakMap<object, WeakMap<object, Map<string, unknown>>>();

/**
 * The same question is asked for every organization of a county: within one frame it is built once for each part of
 * a rule. Both are frozen data and the work is pure, so whoever asks again may have the first answer.
 */
export function remember<Result>(frame: object, part: object, name: string, build: () => Result): Result {
  let parts = remembered.get(frame);
  if (!parts) {
    parts = new WeakMap();
    remembered.set(frame, parts);
  }
  let results = parts.get(part);
  if (!results) {
    results = new Map();
    parts.set(part, results);
  }
  if (results.has(name)) return results.get(name) as Result;
  const result = build();
  results.set(name, result);
  return result;
}
