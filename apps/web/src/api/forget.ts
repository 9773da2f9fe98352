import type { QueryClient } from '@tanstack/react-query';

/** After a write nothing fetched before is shown again, not even for a moment; what is on screen is fetched anew. */
export async function forgetFetched(client: QueryClient): Promise<void> {
  const kept = new Set(['me', 'standing-change', 'vocabulary']);
  const fetched = ({ queryKey }: { queryKey: readonly unknown[] }) => !kept.has(String(queryKey[0]));
  client.removeQueries({ type: 'inactive', predicate: fetched });
  await client.invalidateQueries({ predicate: fetched });
}
