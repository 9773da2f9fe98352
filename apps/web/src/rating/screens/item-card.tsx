import type { RoundItem } from '@hujian/contract';
import { useEffect, useRef } from 'react';
import type { AtVisit } from './at-visit.ts';
import { ClashNote } from './clash-note.tsx';
import { Declared, findDeclared } from './declared.tsx';
import { Finds } from './finds.tsx';
import { ScorePad } from './score-pad.tsx';

interface Props {
  at: AtVisit;
  item: RoundItem;
  open: boolean;
  onToggle(): void;
  /** The next item without a score. */
  next: string | null;
  onNext(code: string | null): void;
}

export function ItemCard({ at, item, open, onToggle, next, onNext }: Props) {
  const card = useRef<HTMLElement>(null);
  const scored = at.sheet.scores.get(item.code);
  const clash = at.clashes.find((one) => one.item === item.code);
  const declared = findDeclared(at.visit, item);
  useEffect(() => {
    if (open) card.current?.scrollIntoView({ block: 'start' });
  }, [open]);
  const finds = at.sheet.finding.filter((one) => one.item === item.code).length;
  return (
    <article ref={card} className={`item ${open ? 'open' : ''}`}>
      <button type="button" className="head" aria-expanded={open} onClick={onToggle}>
        <span className="grow">
          <b>
            {item.number} {item.title}
          </b>
          {clash === undefined ? null : <span className="bad">两部手机给分不同</span>}
          {finds === 0 ? null : <span className="faint">问题 {finds} 条</span>}
        </span>
        {at.visit.judges ? (
          <span className={`badge ${scored === undefined ? 'none' : ''}`}>
            {scored === undefined ? '未评' : scored.body.score === null ? '无法评' : scored.body.score}
          </span>
        ) : null}
      </button>
      {open ? (
        <div className="body stack">
          {item.guide === '' ? null : <p className="guide">{item.guide}</p>}
          <Declared at={at} declared={declared} item={item} />
          {clash === undefined ? null : <ClashNote at={at} clash={clash} />}
          {at.visit.judges ? <ScorePad at={at} item={item} hasRecords={declared !== undefined} /> : null}
          {scored?.said.say ? <p className="note">{scored.said.say}</p> : null}
          <Finds at={at} item={item.code} slot={`${at.visit.id}/${item.code}`} />
          {at.visit.judges ? (
            <button type="button" className="big" onClick={() => onNext(next)}>
              {next === null ? '全部评过了，收起' : '下一条未评的'}
            </button>
          ) : null}
        </div>
      ) : null}
    </article>
  );
}
