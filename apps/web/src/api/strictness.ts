import type { Strictness } from '@hujian/engine';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { editionOf, editionParams } from './edition.ts';
import { editionQuery } from './library.ts';

/** How strictly the edition asks for a check; `must` until the edition has come. */
export function useStrictness(edition: string): (item: string, check: string) => Strictness {
  const { standard, label } = editionParams(edition);
  const page = useQuery(editionQuery(standard, label)).data;
  return useMemo(() => {
    const found = new Map<string, Strictness>();
    for (const chapter of page === undefined ? [] : editionOf(page).chapters) {
      for (const item of chapter.items) {
        for (const check of item.checks) found.set(`${item.code}/${check.id}`, check.strictness);
      }
    }
    return (item, check) => found.get(`${item}/${check}`) ?? 'must';
  }, [page]);
}
