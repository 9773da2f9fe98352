import type { RoundFull } from '@hujian/contract';
import { Button } from 'antd';
import { useState } from 'react';
import { Section } from '../../parts/page.tsx';
import { number } from '../../parts/words.ts';
import { shortDay } from './bits.tsx';
import { words } from './plan-words.ts';
import { SettingDrawer } from './setting-drawer.tsx';
import { words as roundWords } from './words.ts';

const percent = (share: number): string => `${number(share * 100)}%`;

/** By which standards, on which days, by how many, with which weights. */
export function PlanFacts({ round, open }: { round: RoundFull; open: boolean }) {
  const [shown, setShown] = useState(false);
  const { setting, weights } = round;
  const some = setting.choice === 'risk' || setting.choice === 'draw';
  const facts: [string, string, string?][] = [
    [words.edition, round.edition.title],
    [words.standing, round.standingEdition?.title ?? words.standingNone],
    [
      words.weights,
      words.weightsText(percent(weights.standing), percent(weights.rating), percent(weights.poll)),
      `${weights.poll > 0 ? `${words.basically(number(weights.basically))}。` : ''}${round.state === 'draft' ? '' : words.fast}`,
    ],
    [words.cadence, `${roundWords.cadences[round.cadence]}，${roundWords.sorts[round.sort]}`],
    [
      words.choice,
      roundWords.choices[setting.choice],
      some ? words.chosenCount(setting.count, setting.every) : undefined,
    ] as [string, string, string?],
    [words.perVisit, words.people(setting.perVisit)],
    [words.perDay, words.places(setting.perDay)],
    [words.days, setting.days.map(shortDay).join('、')],
  ];
  return (
    <Section
      title={words.setting}
      extra={
        open ? (
          <Button size="small" onClick={() => setShown(true)}>
            {words.editSetting}
          </Button>
        ) : undefined
      }
    >
      <dl className="round-facts">
        {facts.map(([title, value, more]) => (
          <div key={title}>
            <dt>{title}</dt>
            <dd>
              {value}
              {more === undefined || more === '' ? null : <div className="faint">{more}</div>}
            </dd>
          </div>
        ))}
      </dl>
      <SettingDrawer round={round} open={shown} onClose={() => setShown(false)} />
    </Section>
  );
}
