import { verdictWords } from '../../parts/words.ts';
import { words } from './words.ts';

/** What the marks mean; a mark never stands for a colour alone. */
export function Legend({ by }: { by: 'village' | 'township' }) {
  return (
    <ul className="plain-list heat-legend" aria-label={words.legend}>
      <li>
        <span className="heat-met">{by === 'village' ? '✓' : '100'}</span>
        {verdictWords.met}
      </li>
      <li>
        <span className="heat-unmet-2">{by === 'village' ? '2' : '60'}</span>
        {by === 'village'
          ? `${verdictWords.unmet}（${words.legendUnmet}，颜色越深少得越多）`
          : '平均得分率（%），颜色越深差距越大'}
      </li>
      <li>
        <span className="heat-unknown">？</span>
        {verdictWords['not-known']}
      </li>
      <li>
        <span className="heat-apart">－</span>
        {verdictWords['not-applicable']}
      </li>
    </ul>
  );
}
