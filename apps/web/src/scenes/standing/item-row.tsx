import type { Strictness } from '@hujian/engine';
import { Tag } from 'antd';
import { Verdict } from '../../parts/verdict.tsx';
import { number, strictnessWords } from '../../parts/words.ts';
import type { Pair } from './items.tsx';
import { words } from './words.ts';

const verdictless = '—';

interface ItemRowProps {
  pair: Pair;
  strictness: (item: string, check: string) => Strictness;
  onOpen: (item: string, check: string | undefined) => void;
}

/** The check that most deserves a look: one that is not met, else one that is not known, else the first. */
function firstCheck({ standing }: Pair): string | undefined {
  const found =
    standing.checks.find((check) => check.verdict === 'unmet' && check.of > 0) ??
    standing.checks.find((check) => check.verdict === 'unmet') ??
    standing.checks.find((check) => check.verdict === 'not-known') ??
    standing.checks.find((check) => check.short !== undefined) ??
    standing.checks[0];
  return found?.check;
}

export function ItemRow({ pair, strictness, onOpen }: ItemRowProps) {
  const { item, standing } = pair;
  const titles = new Map(item.checks.map((check) => [check.id, check.title]));
  const gaps = standing.checks.filter((check) => check.short !== undefined && check.short !== '');
  const open = () => onOpen(item.code, firstCheck(pair));
  return (
    <tr>
      <td className="standing-number">{item.number}</td>
      <td className="standing-content">
        <div className="standing-title">
          {item.title}
          {standing.warnings > 0 ? <Tag color="gold">{words.warningMark}</Tag> : null}
        </div>
        {gaps.length === 0 ? null : (
          <ul className="plain-list standing-gaps">
            {gaps.map((check) => (
              <li key={check.check}>
                <button type="button" className="as-link" onClick={() => onOpen(item.code, check.check)}>
                  {titles.get(check.check) ?? check.check}
                </button>
                ：{check.short}
                {strictness(item.code, check.check) === 'must' ? null : (
                  <span>（{strictnessWords[strictness(item.code, check.check)]}）</span>
                )}
              </li>
            ))}
          </ul>
        )}
      </td>
      <td className="standing-verdict">
        <Verdict verdict={standing.verdict} />
      </td>
      <td className="standing-points number">
        <button type="button" className="as-link" onClick={open} aria-label={words.why(item.title)}>
          {standing.verdict === 'not-applicable' ? verdictless : null}
          {standing.verdict === 'not-applicable' ? null : (
            <>
              {standing.verdict === 'not-known' ? verdictless : number(standing.points)}
              <span className="faint">／{number(standing.of)}</span>
            </>
          )}
        </button>
      </td>
    </tr>
  );
}
