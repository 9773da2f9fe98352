import type { Answer, Caller, TestServer } from '../../../../../tests/support/server.ts';

/** Sends a file to the drop zone, as a browser does. */
export async function uploadFile(
  server: TestServer,
  who: Caller | null,
  fileName: string,
  content: string | Uint8Array<ArrayBuffer>,
  fields: Record<string, string> = {},
): Promise<Answer> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  form.append('file', new Blob([content]), fileName);
  const response = await fetch(`${server.url}/api/drafts`, {
    method: 'POST',
    headers: who ? { cookie: who.cookie } : {},
    body: form,
  });
  return { status: response.status, body: await response.json(), headers: response.headers };
}
