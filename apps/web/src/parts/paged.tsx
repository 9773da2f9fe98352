import type { Page } from '@hujian/contract';
import type { ReactNode } from 'react';
import { More } from './more.tsx';
import { Loaded } from './states.tsx';

interface PagedProps<Row> {
  pages: {
    data: { pages: Page<Row>[] } | undefined;
    error: unknown;
    isPending: boolean;
    refetch: () => unknown;
    hasNextPage: boolean;
    isFetchingNextPage: boolean;
    fetchNextPage: () => unknown;
  };
  what: string;
  rows?: number;
  /** Inside a section without a margin: what is no table keeps away from its edge. */
  pad?: true;
  /** What stands there when the list is empty. */
  none: ReactNode;
  /** `more`: the button for the next page, to stand below the rows. */
  children: (rows: Row[], more: ReactNode) => ReactNode;
}

/** A list that comes in pages, in all its states. */
export function Paged<Row>({ pages, what, rows = 4, pad, none, children }: PagedProps<Row>) {
  const shown = (
    <Loaded query={pages} what={what} rows={rows}>
      {(data) => {
        const all = data.pages.flatMap((page) => page.rows);
        if (all.length === 0) return none;
        return children(all, <More pages={pages} shown={all.length} total={data.pages[0]?.total} />);
      }}
    </Loaded>
  );
  const some = pages.data?.pages.some((page) => page.rows.length > 0) ?? false;
  return pad && !some ? <div className="state-pad">{shown}</div> : shown;
}
