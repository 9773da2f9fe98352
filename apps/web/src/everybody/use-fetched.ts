import { useEffect, useState } from 'react';
import { ask } from '../api/door.ts';

export interface Fetched<T> {
  data: T | undefined;
  error: Error | null;
  again: () => void;
}

/** What the server shows of one path to anybody. */
export function useFetched<T>(path: string): Fetched<T> {
  const [turn, setTurn] = useState(0);
  const [state, setState] = useState<{ data: T | undefined; error: Error | null }>({
    data: undefined,
    error: null,
  });
  useEffect(() => {
    const stop = new AbortController();
    ask<T>(path, { signal: stop.signal }).then(
      (data) => setState({ data, error: null }),
      (failure: unknown) => {
        if (stop.signal.aborted) return;
        setState({ data: undefined, error: failure instanceof Error ? failure : new Error(String(failure)) });
      },
    );
    return () => stop.abort();
  }, [path, turn]);
  return {
    ...state,
    again: () => {
      setState({ data: undefined, error: null });
      setTurn((before) => before + 1);
    },
  };
}
