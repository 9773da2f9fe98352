import type { Draft, RehearsalResult } from '@hujian/contract';
import { Link } from '@tanstack/react-router';
import { Segmented, Tag } from 'antd';
import { useState } from 'react';
import { Section } from '../../../parts/page.tsx';
import { Empty } from '../../../parts/states.tsx';
import { number, share } from '../../../parts/words.ts';
import { words } from '../tab-words.ts';

type Rehearsed = RehearsalResult['items'][number];
type Which = keyof typeof words.itemFilters;

const isUnknown = (item: Rehearsed) => item.notKnownShare >= 1;
const isAlike = (item: Rehearsed) => !item.tellsApart && !isUnknown(item);
const keeps: Record<Which, (item: Rehearsed) => boolean> = {
  all: () => true,
  alike: isAlike,
  unknown: isUnknown,
};
const names = Object.keys(keeps) as Which[];

/** Item by item on the last day: what it tells, and where it tells nothing. */
export function RehearsedItems({ draft, items }: { draft: Draft; items: Rehearsed[] }) {
  const [which, setWhich] = useState<Which>('all');
  const shown = items.filter(keeps[which]);
  return (
    <Section
      title={words.itemsTitle}
      extra={
        <Segmented<Which>
          size="small"
          aria-label={words.itemFilter}
          value={which}
          onChange={setWhich}
          options={names.map((name) => ({
            value: name,
            label: `${words.itemFilters[name]} ${items.filter(keeps[name]).length}`,
          }))}
        />
      }
      flush
    >
      {shown.length === 0 ? (
        <div className="draft-pad">
          <Empty title={words.itemsNone}>{words.itemsNoneLead[which]}</Empty>
        </div>
      ) : (
        <table className="listing draft-table rehearsed-items">
          <thead>
            <tr>
              <th scope="col">{words.item}</th>
              {[words.of, words.met, words.unmet, words.notKnown, words.notApplicable, words.meanShare].map(
                (head) => (
                  <th key={head} scope="col" className="number">
                    {head}
                  </th>
                ),
              )}
            </tr>
          </thead>
          <tbody>
            {shown.map((item) => (
              <Row key={item.code} draft={draft} item={item} />
            ))}
          </tbody>
        </table>
      )}
    </Section>
  );
}

function Row({ draft, item }: { draft: Draft; item: Rehearsed }) {
  return (
    <tr>
      <td>
        <Link
          to="/library/drafts/$draft"
          params={{ draft: String(draft.id) }}
          search={{ item: item.code, show: 'all' }}
        >
          {item.number} {item.title}
        </Link>{' '}
        {isUnknown(item) ? <Tag>{words.unknown}</Tag> : null}
        {isAlike(item) ? <Tag>{words.alike}</Tag> : null}
      </td>
      <td className="number">{number(item.of)}</td>
      <td className="number">{item.met}</td>
      <td className="number">{item.unmet}</td>
      <td className="number">{item.notKnown}</td>
      <td className="number">{item.notApplicable}</td>
      <td className="number">{share(item.meanShare)}</td>
    </tr>
  );
}
