import type { RoundFull } from '@hujian/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Popconfirm } from 'antd';
import { useEffect, useState } from 'react';
import { planRound, renewRound, roundQuery } from '../../../api/rounds.ts';
import { Wrong } from '../../../parts/wrong.tsx';
import { words } from './words.ts';

/** Draws up the timetable; says how long it has been at it. */
export function PlanButton({ round }: { round: RoundFull }) {
  const client = useQueryClient();
  const { message } = App.useApp();
  const plan = useMutation({
    mutationFn: () => planRound(round.id, round.version),
    onSuccess: async (after) => {
      client.setQueryData(roundQuery(round.id).queryKey, after);
      await renewRound(client, round.id);
      message.success(words.planned);
    },
  });
  const again = round.visits > 0;
  const button = (
    <Button
      type={again ? 'default' : 'primary'}
      loading={plan.isPending}
      {...(again ? {} : { onClick: () => plan.mutate() })}
    >
      {again ? words.planAgain : words.plan}
    </Button>
  );
  return (
    <>
      <Wrong error={plan.error} />
      <div className="row">
        {again ? (
          <Popconfirm title={words.planAgainAsk} onConfirm={() => plan.mutate()}>
            {button}
          </Popconfirm>
        ) : (
          button
        )}
        <span className="faint" role="status">
          {plan.isPending ? <Seconds /> : words.planLead}
        </span>
      </div>
    </>
  );
}

function Seconds() {
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setSeconds((before) => before + 1), 1000);
    return () => clearInterval(timer);
  }, []);
  return <>{words.planning(seconds)}</>;
}
