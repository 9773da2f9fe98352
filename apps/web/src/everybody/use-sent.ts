import { useState } from 'react';

interface Sent<T> {
  data: T | undefined;
  error: Error | null;
  busy: boolean;
  send: (deed: () => Promise<T>) => void;
}

/** A request that is sent by pressing a button, once at a time. */
export function useSent<T>(): Sent<T> {
  const [data, setData] = useState<T>();
  const [error, setError] = useState<Error | null>(null);
  const [busy, setBusy] = useState(false);
  const send = async (deed: () => Promise<T>) => {
    if (busy) return;
    setBusy(true);
    setError(null);
    try {
      setData(await deed());
    } catch (failure) {
      setData(undefined);
      setError(failure instanceof Error ? failure : new Error(String(failure)));
    } finally {
      setBusy(false);
    }
  };
  return { data, error, busy, send: (deed) => void send(deed) };
}
