import type { StandingPage } from '@hujian/contract';
import { Segmented } from 'antd';
import { useStrictness } from '../../api/strictness.ts';
import { Empty } from '../../parts/states.tsx';
import { ItemRow } from './item-row.tsx';
import { words } from './words.ts';

type Item = StandingPage['items'][number];
export type ItemStanding = StandingPage['standing']['items'][number];

export interface Pair {
  item: Item;
  standing: ItemStanding;
}

const filters: Record<string, (standing: ItemStanding) => boolean> = {
  all: () => true,
  unmet: (standing) => standing.verdict === 'unmet',
  unknown: (standing) => standing.verdict === 'not-known',
  warning: (standing) => standing.warnings > 0,
  met: (standing) => standing.verdict === 'met',
};

function pairsOf(page: StandingPage): Pair[] {
  const byCode = new Map(page.standing.items.map((one) => [one.item, one]));
  return page.items.flatMap((item) => {
    const standing = byCode.get(item.code);
    return standing === undefined ? [] : [{ item, standing }];
  });
}

interface ItemsProps {
  page: StandingPage;
  show: string | undefined;
  onShow: (show: string | undefined) => void;
  onOpen: (item: string, check: string | undefined) => void;
}

/** All items under their chapters, narrowed to what one looks for. */
export function Items({ page, show, onShow, onOpen }: ItemsProps) {
  const pairs = pairsOf(page);
  const strictness = useStrictness(page.edition.id);
  const keep = filters[show ?? 'all'] ?? filters.all;
  const shown = pairs.filter((pair) => keep?.(pair.standing));
  const chapters = [...new Set(shown.map((pair) => pair.item.chapter))];
  const option = (value: string, label: string) => ({
    value,
    label: `${label} ${pairs.filter((pair) => filters[value]?.(pair.standing)).length}`,
  });
  return (
    <>
      <div className="standing-filter">
        <Segmented
          value={show ?? 'all'}
          aria-label={words.show}
          onChange={(next) => onShow(next === 'all' ? undefined : String(next))}
          options={[
            option('all', words.all),
            option('unmet', words.unmet),
            option('unknown', words.unknown),
            option('warning', words.warning),
            option('met', words.met),
          ]}
        />
      </div>
      {shown.length === 0 ? (
        <Empty title={words.noneShown}>{words.noneShownLead}</Empty>
      ) : (
        <table className="standing-items">
          <thead>
            <tr>
              <th scope="col">{words.number}</th>
              <th scope="col">{words.content}</th>
              <th scope="col">{words.verdict}</th>
              <th scope="col" className="number">
                {words.pointsColumn}
              </th>
            </tr>
          </thead>
          {chapters.map((chapter) => (
            <tbody key={chapter}>
              <tr className="standing-chapter">
                <th colSpan={4} scope="colgroup">
                  {chapter}
                </th>
              </tr>
              {shown
                .filter((pair) => pair.item.chapter === chapter)
                .map((pair) => (
                  <ItemRow key={pair.item.code} pair={pair} strictness={strictness} onOpen={onOpen} />
                ))}
            </tbody>
          ))}
        </table>
      )}
    </>
  );
}
