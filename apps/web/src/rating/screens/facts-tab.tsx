import { classWords } from '../../parts/words.ts';
import type { AtVisit } from './at-visit.ts';
import { presentDay } from './home.tsx';

/** The village on one page. */
export function FactsTab({ at: { visit, round } }: { at: AtVisit }) {
  return (
    <section className="stack">
      <dl className="facts">
        <div>
          <dt>本轮</dt>
          <dd>
            {round.title}
            {round.theme === '' ? '' : `（${round.theme}）`}
          </dd>
        </div>
        <div>
          <dt>日子</dt>
          <dd>
            {presentDay(visit.on)}，第 {visit.turn} 站
          </dd>
        </div>
        {visit.colleagues.length === 0 ? null : (
          <div>
            <dt>同组</dt>
            <dd>{visit.colleagues.join('、')}</dd>
          </div>
        )}
        {visit.class === null ? null : (
          <div>
            <dt>类别</dt>
            <dd>{classWords[visit.class]}</dd>
          </div>
        )}
        {visit.way === '' ? null : (
          <div>
            <dt>看什么</dt>
            <dd>{visit.way}</dd>
          </div>
        )}
        {visit.file.map((line) => (
          <div key={line.title}>
            <dt>{line.title}</dt>
            <dd>{line.value}</dd>
          </div>
        ))}
      </dl>
      {visit.earlier.length === 0 ? null : (
        <>
          <h2>以前看到的</h2>
          <ul className="list">
            {visit.earlier.map((one) => (
              <li key={`${one.on}${one.text}`}>
                <span className={`tag ${one.kind}`}>{one.kind === 'finding' ? '问题' : '做法'}</span>
                {one.text}
                <span className="faint"> {one.on}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      {visit.declared === null ? (
        <p className="faint">台账里还没有这个村的对标结果，现场看到什么就评什么。</p>
      ) : (
        <p className="faint">台账上的记录截至 {visit.declared.asOf}，在“评”里逐条列出。</p>
      )}
    </section>
  );
}
