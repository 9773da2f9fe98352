import { useEffect, useRef, useState } from 'react';
import type { View } from './words.ts';

/** Heights of a row in parts of the window's height or width, as wall.css draws them. */
const rowShare: Record<View, number> = { units: 0.087, items: 0.087, said: 0.22, agenda: 1 };
const bodyShare = 0.71;
const turnEvery = 12_000;
/** Below this width the rows stand in one long list, and nothing turns. */
const narrow = 700;

export interface Pages {
  from: number;
  until: number;
  at: number;
  count: number;
  turning: boolean;
  setTurning: (on: boolean) => void;
  go: (step: number) => void;
}

function useWide(): boolean {
  const [wide, setWide] = useState(() => window.innerWidth >= narrow);
  useEffect(() => {
    const look = () => setWide(window.innerWidth >= narrow);
    window.addEventListener('resize', look);
    return () => window.removeEventListener('resize', look);
  }, []);
  return wide;
}

/** From the back of the room nobody scrolls: what does not fit is turned to, by itself or with the arrow keys. */
export function usePages(rows: number, view: View): Pages {
  const wide = useWide();
  const [turned, setTurned] = useState({ view, page: 0 });
  const [turning, setTurning] = useState(true);
  const fit = wide ? Math.max(1, Math.floor(bodyShare / rowShare[view])) : Math.max(1, rows);
  const count = Math.max(1, Math.ceil(rows / fit));
  const at = turned.view === view ? Math.min(turned.page, count - 1) : 0;

  const step = useRef<(by: number) => void>(() => undefined);
  step.current = (by) => setTurned({ view, page: (at + by + count) % count });

  useEffect(() => {
    if (!turning || count < 2) return;
    const timer = setInterval(() => step.current(1), turnEvery);
    return () => clearInterval(timer);
  }, [turning, count]);

  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.target instanceof HTMLInputElement) return;
      if (event.key === 'ArrowRight' || event.key === 'PageDown') step.current(1);
      if (event.key === 'ArrowLeft' || event.key === 'PageUp') step.current(-1);
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, []);

  return {
    from: at * fit,
    until: (at + 1) * fit,
    at,
    count,
    turning,
    setTurning,
    go: (by) => step.current(by),
  };
}
