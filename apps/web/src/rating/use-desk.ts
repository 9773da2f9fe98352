import { createContext, useContext, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { Desk, View } from './desk.ts';

export const DeskContext = createContext<Desk | null>(null);

export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (desk === null) throw new Error('no desk around this part');
  return desk;
}

/** What is kept, drawn anew after every change; the parts below are shown only once it is there. */
export function useView(): View {
  const view = useMaybeView(useDesk());
  if (view === null) throw new Error('the store is not read yet');
  return view;
}

export const useMaybeView = (desk: Desk): View | null => useSyncExternalStore(desk.subscribe, desk.view);

/** The address behind '#', without it. */
export function useHash(): string {
  return useSyncExternalStore(
    (changed) => {
      window.addEventListener('hashchange', changed);
      return () => window.removeEventListener('hashchange', changed);
    },
    () => location.hash.replace(/^#\/?/, ''),
  );
}

export interface Draft<T> {
  value: T;
  change(part: Partial<T>): void;
  /** Forgets it, on the phone too. */
  clear(): void;
}

/** A half-written text: kept on the phone, sealed, while it is typed, so that a call or a flat battery loses nothing. */
export function useDraft<T extends object>(slot: string, empty: T): Draft<T> {
  const desk = useDesk();
  const name = `draft/${slot}`;
  const [value, setValue] = useState<T>(() => {
    const kept = desk.view()?.kept.pads.get(name) as T | undefined;
    return kept ?? empty;
  });
  const waiting = useRef<{ value: T | null } | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const flush = () => {
    clearTimeout(timer.current);
    const next = waiting.current;
    waiting.current = null;
    if (next !== null) void desk.attempt(() => desk.keeper.setPad(name, next.value));
  };
  const flushNow = useRef(flush);
  flushNow.current = flush;
  useEffect(() => {
    const leave = () => flushNow.current();
    window.addEventListener('pagehide', leave);
    document.addEventListener('visibilitychange', leave);
    return () => {
      window.removeEventListener('pagehide', leave);
      document.removeEventListener('visibilitychange', leave);
      leave();
    };
  }, []);
  return {
    value,
    change: (part) => {
      const next = { ...value, ...part };
      setValue(next);
      waiting.current = { value: next };
      clearTimeout(timer.current);
      timer.current = setTimeout(() => flushNow.current(), 150);
    },
    clear: () => {
      setValue(empty);
      waiting.current = { value: null };
      flush();
    },
  };
}
