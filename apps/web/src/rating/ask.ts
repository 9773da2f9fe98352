import { ask as askServer, Problem } from '../api/door.ts';

/** A line that gives nothing for so long is no line. */
const patienceMs = 40_000;

/** GET, or POST when there is a body. Whatever the line does, a failure is a Problem; status 0: not reached. */
export async function ask<T>(path: string, body?: unknown): Promise<T> {
  try {
    const signal = AbortSignal.timeout(patienceMs);
    return await askServer<T>(path, body === undefined ? { signal } : { method: 'POST', body, signal });
  } catch (failure) {
    if (failure instanceof Problem) throw failure;
    // Cut off in the middle of an answer, or the sign-in page of somebody's hotspot instead of an answer.
    throw new Problem(0, 'unreachable', '没有连上服务器。');
  }
}
