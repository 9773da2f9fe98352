import type { DraftWork } from '@hujian/contract';
import { Button } from 'antd';
import { useState } from 'react';
import { type At, atKey } from '../source/at.ts';
import { words } from '../words.ts';
import type { ItemTarget } from './item-drawer.tsx';

interface LeftOverProps {
  work: DraftWork;
  open: boolean;
  onShow: (at: At) => void;
  onAdd: (target: ItemTarget) => void;
}

const step = 50;

/** Paragraphs that are in no item, each with the reason, so that nothing is lost in silence. */
export function LeftOver({ work, open, onShow, onAdd }: LeftOverProps) {
  const [shown, setShown] = useState(step);
  return (
    <>
      <ul className="plain-list left-over">
        {work.left.slice(0, shown).map(({ text, why, at }, index) => (
          <li key={`${at === null ? '' : atKey(at)}${text}`}>
            <p className="left-text">{text}</p>
            <p className="faint">
              {words.leftWhy}：{why}
            </p>
            <div className="row">
              {at === null ? null : (
                <button type="button" className="as-link" onClick={() => onShow(at)}>
                  {words.leftShow}
                </button>
              )}
              {open ? (
                <button
                  type="button"
                  className="as-link"
                  onClick={() => onAdd({ chapter: Math.max(0, work.chapters.length - 1), left: index })}
                >
                  {words.leftAdd}
                </button>
              ) : null}
            </div>
          </li>
        ))}
      </ul>
      {work.left.length > shown ? (
        <p className="more">
          <Button onClick={() => setShown(shown + step)}>
            再看{Math.min(step, work.left.length - shown)}段（共{work.left.length}段）
          </Button>
        </p>
      ) : null}
    </>
  );
}
