/** One place through which the screens speak with the server; every failure becomes a Problem. */

export interface Issue {
  path: string;
  message: string;
}

export class Problem extends Error {
  readonly status: number;
  readonly code: string;
  readonly issues: readonly Issue[];

  constructor(status: number, code: string, message: string, issues: readonly Issue[] = []) {
    super(message);
    this.name = 'Problem';
    this.status = status;
    this.code = code;
    this.issues = issues;
  }
}

export type Query = Record<string, string | number | boolean | null | undefined>;

export interface Ask {
  method?: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  query?: Query | undefined;
  body?: unknown;
  signal?: AbortSignal | undefined;
}

const silent = '没有连上服务器。请检查网络，或稍等片刻后重试；填写的内容还在，不必重填。';

export function address(path: string, query: Query = {}): string {
  const given = Object.entries(query).filter(
    ([, value]) => value !== undefined && value !== null && value !== '',
  );
  const text = new URLSearchParams(given.map(([key, value]) => [key, String(value)])).toString();
  return `/api${path}${text === '' ? '' : `?${text}`}`;
}

async function reach(path: string, { method = 'GET', query, body, signal }: Ask): Promise<Response> {
  const init: RequestInit = { method, credentials: 'same-origin', signal: signal ?? null };
  if (body !== undefined) {
    const [content, type] = carry(body);
    init.body = content;
    if (type !== null) init.headers = { 'content-type': type };
  }
  try {
    return await fetch(address(path, query), init);
  } catch (failure) {
    if (failure instanceof DOMException && failure.name === 'AbortError') throw failure;
    throw new Problem(0, 'unreachable', silent);
  }
}

/** What goes over the line, and how it is called there; a form says that itself. */
function carry(body: unknown): [BodyInit, string | null] {
  if (body instanceof FormData) return [body, null];
  if (body instanceof Blob) return [body, 'application/octet-stream'];
  return [JSON.stringify(body), 'application/json'];
}

interface Told {
  error?: { code?: string; message?: string; issues?: Issue[] };
  code?: string;
  message?: string;
}

/** Our own routes answer `{error}`; the sign-in routes answer `{code, message}`. */
async function problemOf(answer: Response): Promise<Problem> {
  const told: Told = await answer.json().catch((): Told => ({}));
  const code = told.error?.code ?? told.code ?? `http-${answer.status}`;
  const message =
    told.error?.message ?? told.message ?? `服务器没有办成这件事（${answer.status}）。请稍后重试。`;
  return new Problem(answer.status, code, message, told.error?.issues ?? []);
}

/** The answer's body. Throws Problem; an aborted request throws what fetch throws. */
export async function ask<T>(path: string, how: Ask = {}): Promise<T> {
  const answer = await reach(path, how);
  if (!answer.ok) throw await problemOf(answer);
  const text = await answer.text();
  return (text === '' ? null : JSON.parse(text)) as T;
}

/** Saves a file that the server makes, under the name the server gives it. */
export async function download(path: string, query: Query, fallbackName: string): Promise<void> {
  const answer = await reach(path, { query });
  if (!answer.ok) throw await problemOf(answer);
  const named = /filename\*=UTF-8''([^;]+)/i.exec(answer.headers.get('content-disposition') ?? '');
  const link = document.createElement('a');
  link.href = URL.createObjectURL(await answer.blob());
  link.download = named?.[1] === undefined ? fallbackName : decodeURIComponent(named[1]);
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
