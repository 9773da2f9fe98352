import type { DraftWork } from '@hujian/contract';
import { useEffect, useRef } from 'react';
import type { Decisions } from '../use-decisions.ts';
import { itemsOf } from '../work.ts';
import type { CheckTarget } from './items-tab.tsx';

interface ItemKeys {
  active: boolean;
  work: DraftWork;
  /** Keys of the proposals shown, in their order. */
  order: readonly string[];
  chosen: string | null;
  choose: (key: string, scroll: boolean) => void;
  decisions: Decisions;
  change: (target: CheckTarget) => void;
}

const fields =
  'input, textarea, select, [contenteditable="true"], [role="dialog"], [role="tooltip"], [role="combobox"]';

/** j and k walk, a e s x u decide; a decision by key goes on to the next. Keys typed into a field are the field's. */
export function useItemKeys(given: ItemKeys): void {
  const now = useRef(given);
  now.current = given;
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || !now.current.active) return;
      if (event.target instanceof Element && event.target.closest(fields) !== null) return;
      // A key held down must not decide what nobody has read.
      if (event.repeat && isDeed(event.key)) return;
      if (act(event.key, now.current)) event.preventDefault();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, []);
}

const states = { a: 'accepted', s: 'on-site', x: 'dropped', u: 'proposed' } as const;
const isDeed = (key: string): key is keyof typeof states => key in states;

function act(key: string, { order, chosen, choose, work, decisions, change }: ItemKeys): boolean {
  const place = chosen === null ? -1 : order.indexOf(chosen);
  const go = (to: number) => {
    const next = order[Math.max(0, Math.min(order.length - 1, to))];
    if (next !== undefined) choose(next, true);
  };
  if (key === 'j' || key === 'k') {
    go(place === -1 ? 0 : place + (key === 'j' ? 1 : -1));
    return true;
  }
  const [itemKey = '', id = ''] = place === -1 || chosen === null ? [] : chosen.split('/');
  const item = itemsOf(work).find((one) => one.key === itemKey);
  const proposal = item?.proposals.find((one) => one.id === id);
  if (proposal === undefined) return false;
  if (key === 'e') {
    change({ item: itemKey, proposal: id });
    return true;
  }
  if (!isDeed(key)) return false;
  if (key === 'a' && proposal.check === null) {
    change({ item: itemKey, proposal: id });
    return true;
  }
  decisions.decide({ do: 'decide', item: itemKey, proposal: id, state: states[key] });
  if (key !== 'u') go(place + 1);
  return true;
}
