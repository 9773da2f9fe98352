import { useQueryClient } from '@tanstack/react-query';
import { useNavigate, useRouter } from '@tanstack/react-router';
import { Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { signOut } from '../../api/enter.ts';
import { meQuery } from '../../api/me.ts';
import { words } from './words.ts';

const minute = 60_000;
const warnBefore = 2;

/** Warns before the idle time-out; work that sends nothing (a long form) keeps the sign-in alive. */
export function IdleNotice({ idleMinutes }: { idleMinutes: number }) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const router = useRouter();
  const touched = useRef(Date.now());
  const told = useRef(Date.now());
  const [warning, setWarning] = useState(false);

  useEffect(() => {
    const touch = () => {
      touched.current = Date.now();
      setWarning(false);
    };
    const events = ['pointerdown', 'keydown'] as const;
    for (const event of events) addEventListener(event, touch);
    return () => {
      for (const event of events) removeEventListener(event, touch);
    };
  }, []);

  useEffect(() => {
    const look = () => {
      const rest = Date.now() - touched.current;
      if (rest >= idleMinutes * minute) {
        void signOut().catch(() => undefined);
        client.clear();
        void navigate({ to: '/sign-in', search: { from: router.state.location.href, why: 'idle' } });
        return;
      }
      setWarning(rest >= (idleMinutes - warnBefore) * minute);
      if (rest < minute && Date.now() - told.current > 4 * minute) {
        told.current = Date.now();
        void client.refetchQueries({ queryKey: meQuery.queryKey });
      }
    };
    const timer = setInterval(look, 15_000);
    return () => clearInterval(timer);
  }, [client, idleMinutes, navigate, router]);

  if (!warning) return null;
  return (
    <div className="idle" role="alertdialog" aria-label={words.idleTitle}>
      <div>
        <strong>{words.idleTitle}</strong>
        <p>{words.idleText(warnBefore)}</p>
      </div>
      <Button type="primary" onClick={() => void client.refetchQueries({ queryKey: meQuery.queryKey })}>
        {words.idleStay}
      </Button>
    </div>
  );
}
