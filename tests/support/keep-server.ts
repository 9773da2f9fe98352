import { joinTestServer } from './test-server.ts';

/** Vitest's global set-up: keeps the test server running from the first file to the last. */
export default async function keepServer(): Promise<() => Promise<void>> {
  const server = await joinTestServer();
  return () => server.leave();
}
