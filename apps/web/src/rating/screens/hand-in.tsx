import { useState } from 'react';
import { useDesk, useView } from '../use-desk.ts';
import type { AtVisit } from './at-visit.ts';

/** Always in reach of the thumb: how far one is, and handing the sheet in. */
export function HandIn({ at }: { at: AtVisit }) {
  const desk = useDesk();
  const [asked, setAsked] = useState(false);
  const { sheet, visit, shut } = at;
  const put = async (done: boolean) => {
    if (await desk.put(visit.id, 'submit', null, { kind: 'submit', done })) setAsked(false);
  };
  return (
    <>
      <footer className="hand-in">
        <b className="grow">
          已评 {sheet.judged}/{sheet.of}
          {sheet.state === 'in' ? <span className="good"> 评议表已交</span> : null}
          {sheet.state === 'taken-back' ? <span className="bad"> 改了分，请重新交</span> : null}
        </b>
        {shut ? null : sheet.state === 'in' ? (
          <button type="button" onClick={() => void put(false)}>
            收回评议表
          </button>
        ) : (
          <button type="button" className="primary" onClick={() => setAsked(true)}>
            交评议表
          </button>
        )}
      </footer>
      {asked ? <Ask at={at} onPut={() => void put(true)} onClose={() => setAsked(false)} /> : null}
    </>
  );
}

const slots: Record<string, string> = {
  examine: '查',
  look: '看',
  discuss: '谈',
  finding: '问题',
  practice: '做法',
};

function Ask({ at, onPut, onClose }: { at: AtVisit; onPut: () => void; onClose: () => void }) {
  const { kept } = useView();
  const { sheet, visit } = at;
  const half = [...kept.pads.keys()].flatMap((name) => {
    if (!name.startsWith(`draft/${visit.id}/`)) return [];
    const title = slots[name.slice(name.lastIndexOf('/') + 1)];
    return title === undefined ? [] : [title];
  });
  return (
    <div className="cover">
      <section className="sheet" role="dialog" aria-label="交评议表">
        <h2>交{visit.organization.name}的评议表</h2>
        {sheet.missing.length === 0 ? (
          <p>{sheet.of} 条都评过了。</p>
        ) : (
          <>
            <p>
              还有 <b>{sheet.missing.length}</b> 条没有评：
            </p>
            <ul className="missing">
              {sheet.missing.map((item) => (
                <li key={item.code}>
                  {item.number} {item.title}
                </li>
              ))}
            </ul>
          </>
        )}
        {half.length === 0 ? null : <p className="note">还有写了一半没有点“记下”的：{half.join('、')}。</p>}
        <p className="faint">评议会结束前，可以收回再改。没有信号也能交，有信号时自动送出。</p>
        <button type="button" className="primary big" disabled={sheet.judged === 0} onClick={onPut}>
          {sheet.missing.length === 0 ? '交' : '就这样交'}
        </button>
        <button type="button" className="big" onClick={onClose}>
          {sheet.missing.length === 0 ? '再看看' : '回去补评'}
        </button>
      </section>
    </div>
  );
}
