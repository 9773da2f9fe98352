import type { ComparisonView } from '@hujian/contract';
import type { CSSProperties, KeyboardEvent } from 'react';
import { useEffect, useRef, useState } from 'react';
import { shownCell } from './cell.ts';
import { HeatHead } from './heat-head.tsx';
import { HeatRow } from './heat-row.tsx';
import { words } from './words.ts';

interface HeatTableProps {
  view: ComparisonView;
  rows: ComparisonView['rows'];
  onOpen: (organization: number, item: string) => void;
}

const rowHeight = 30;
const headHeight = 58;
const spare = 8;

const columnCount = (count: number) => ({ '--columns': count }) as CSSProperties;

interface Place {
  row: number;
  column: number;
}

const steps: Record<string, (at: Place, rows: number, columns: number) => Place> = {
  ArrowUp: ({ row, column }) => ({ row: row - 1, column }),
  ArrowDown: ({ row, column }) => ({ row: row + 1, column }),
  ArrowLeft: ({ row, column }) => ({ row, column: column - 1 }),
  ArrowRight: ({ row, column }) => ({ row, column: column + 1 }),
  Home: ({ row }) => ({ row, column: 0 }),
  End: ({ row }, _, columns) => ({ row, column: columns - 1 }),
  PageUp: ({ row, column }) => ({ row: row - 15, column }),
  PageDown: ({ row, column }) => ({ row: row + 15, column }),
};

/** Which rows lie in sight, a few more on either side. */
function useWindow(count: number) {
  const box = useRef<HTMLDivElement>(null);
  const [first, setFirst] = useState(0);
  const [sight, setSight] = useState(24);
  useEffect(() => {
    const element = box.current;
    if (element === null) return;
    const look = () => {
      setFirst(Math.max(0, Math.floor(element.scrollTop / rowHeight) - spare));
      setSight(Math.ceil(element.clientHeight / rowHeight) + 2 * spare);
    };
    look();
    element.addEventListener('scroll', look, { passive: true });
    const watcher = new ResizeObserver(look);
    watcher.observe(element);
    return () => {
      element.removeEventListener('scroll', look);
      watcher.disconnect();
    };
  }, []);
  const from = Math.min(first, Math.max(0, count - 1));
  return { box, from, until: Math.min(count, from + sight) };
}

/** Items × organizations. Only rows in sight are drawn, so 200 × 42 scroll smoothly; arrow keys move from cell to cell. */
export function HeatTable({ view, rows, onOpen }: HeatTableProps) {
  const { box, from, until } = useWindow(rows.length);
  const [at, setAt] = useState<Place>({ row: 0, column: 0 });
  const [moved, setMoved] = useState(0);
  const row = Math.min(at.row, rows.length - 1);

  useEffect(() => {
    if (moved === 0) return;
    box.current?.querySelector<HTMLElement>('[data-here="true"]')?.focus({ preventScroll: false });
  }, [moved, box]);

  const bringIntoSight = (next: number) => {
    const element = box.current;
    if (element === null) return;
    const top = next * rowHeight;
    const room = element.clientHeight - headHeight - rowHeight;
    if (top < element.scrollTop) element.scrollTop = top;
    else if (top > element.scrollTop + room) element.scrollTop = top - room;
  };

  const move = (event: KeyboardEvent) => {
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const wished = step({ row, column: at.column }, rows.length, view.items.length);
    const next = {
      row: Math.max(0, Math.min(rows.length - 1, wished.row)),
      column: Math.max(0, Math.min(view.items.length - 1, wished.column)),
    };
    bringIntoSight(next.row);
    setAt(next);
    requestAnimationFrame(() => setMoved((n) => n + 1));
  };

  const here = rows[row];
  const item = view.items[at.column];
  const cell = here?.cells[at.column];
  const told =
    here === undefined || item === undefined || cell === undefined
      ? words.status
      : `${here.organization.name}　${item.number} ${item.title}：${shownCell(cell, view.by).told}`;
  return (
    <>
      <p className="heat-status" aria-live="polite">
        {told}
      </p>
      {/* biome-ignore lint/a11y/useSemanticElements: a grid with sticky heads needs the table inside */}
      <div className="heat" ref={box} onKeyDown={move} role="group" aria-label={words.heat}>
        <table aria-rowcount={rows.length + 1} style={columnCount(view.items.length)}>
          <HeatHead items={view.items} />
          <tbody>
            <tr style={{ height: from * rowHeight }} />
            {rows.slice(from, until).map((one, i) => (
              <HeatRow
                key={one.organization.id}
                view={view}
                row={one}
                index={from + i}
                column={from + i === row ? at.column : null}
                onPoint={(column) => setAt({ row: from + i, column })}
                onOpen={onOpen}
              />
            ))}
            <tr style={{ height: Math.max(0, rows.length - until) * rowHeight }} />
          </tbody>
        </table>
      </div>
    </>
  );
}
