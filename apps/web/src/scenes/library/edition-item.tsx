import type { EditionPage } from '@hujian/contract';
import type { Item } from '@hujian/engine';
import { Tag } from 'antd';
import { number, strictnessWords, supplyWords } from '../../parts/words.ts';
import { words } from './words.ts';

interface EditionItemProps {
  item: Item;
  sentences: EditionPage['sentences'];
}

/** One item in its own words, with its checks as sentences and where each boundary lies. */
export function EditionItem({ item, sentences }: EditionItemProps) {
  return (
    <article id={`item-${item.code}`} className="edition-item">
      <h3>
        <span className="faint">{item.number}</span>　{item.title}
        <span className="edition-points">{words.points(number(item.points))}</span>
        {item.strictness === 'must' ? null : <Tag>{strictnessWords[item.strictness]}</Tag>}
      </h3>
      <p>{item.text}</p>
      <Flow item={item} />
      <ol className="edition-checks" aria-label={words.checks}>
        {item.checks.map((check) => {
          const told = sentences[`${item.code}/${check.id}`];
          return (
            <li key={check.id}>
              <div>
                <strong>{check.title}</strong>
                {check.strictness === 'must' ? null : (
                  <Tag className="edition-tag">{strictnessWords[check.strictness]}</Tag>
                )}
              </div>
              {told === undefined ? null : (
                <>
                  {told.sentence === check.title ? null : <div>{told.sentence}</div>}
                  <div className="faint">
                    {words.formula}：{told.formula}
                    {told.bound === null ? '' : `　${words.bound}：${told.bound}`}
                  </div>
                </>
              )}
              {check.why === undefined ? null : (
                <div className="faint">
                  {words.note}：{check.why}
                </div>
              )}
            </li>
          );
        })}
      </ol>
      {item.note === undefined ? null : (
        <p className="faint">
          {words.note}：{item.note}
        </p>
      )}
    </article>
  );
}

function Flow({ item }: { item: Item }) {
  const parts: [string, string | undefined][] = [
    [words.supplies, item.supplies === undefined ? undefined : supplyWords[item.supplies]],
    [words.who, item.flow?.who],
    [words.when, item.flow?.when],
    [words.how, item.flow?.how],
  ];
  const given = parts.filter(([, text]) => text !== undefined);
  if (given.length === 0) return null;
  return (
    <dl className="edition-flow">
      {given.map(([name, text]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}
