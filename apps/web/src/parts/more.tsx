import { Button } from 'antd';

interface Pages {
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  fetchNextPage: () => unknown;
}

/** The next page of a list, when there is one. */
export function More({ pages, shown, total }: { pages: Pages; shown: number; total?: number | undefined }) {
  if (!pages.hasNextPage) {
    return shown === 0 ? null : <p className="faint more">共{total ?? shown}条</p>;
  }
  return (
    <p className="more">
      <Button onClick={() => pages.fetchNextPage()} loading={pages.isFetchingNextPage}>
        再取一页（已显示{shown}
        {total === undefined ? '' : `／${total}`}条）
      </Button>
    </p>
  );
}
