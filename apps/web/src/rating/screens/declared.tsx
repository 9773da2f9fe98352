import type { RatingPack, RoundItem } from '@hujian/contract';
import type { PackVisit } from '../sheet/merge-pack.ts';
import type { AtVisit } from './at-visit.ts';

type DeclaredItem = NonNullable<RatingPack['visits'][number]['declared']>['items'][number];

const verdicts = { met: '达标', unmet: '未达标', 'not-applicable': '不适用', 'not-known': '缺数据' } as const;

/** The records decide other checks of the same item; they are named by the item. */
export const findDeclared = (visit: PackVisit, item: RoundItem): DeclaredItem | undefined =>
  visit.declared?.items.find((one) => item.code === one.item || item.code.startsWith(`${one.item}/`));

/** What the records say, beside what is found. */
export function Declared({
  at,
  declared,
  item,
}: {
  at: AtVisit;
  declared: DeclaredItem | undefined;
  item: RoundItem;
}) {
  if (declared === undefined)
    return (
      <div className="declared">
        <b>台账上的记录</b>
        <p className="faint">
          {item.recorded.length === 0 ? '这一条只看现场，台账不记。' : '台账里还没有这一条的数据。'}
        </p>
      </div>
    );
  return (
    <div className="declared">
      <b>
        台账上的记录：<span className={declared.verdict}>{verdicts[declared.verdict]}</span>
        {declared.possible > 0 ? `，${declared.points}/${declared.possible} 分` : ''}
      </b>
      {declared.sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {at.visit.declared === null ? null : <p className="faint">截至 {at.visit.declared.asOf}</p>}
    </div>
  );
}
