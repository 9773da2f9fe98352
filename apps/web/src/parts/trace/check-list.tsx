import type { StandingPage } from '@hujian/contract';
import type { Strictness } from '@hujian/engine';
import { CheckVerdict } from '../verdict.tsx';
import { number } from '../words.ts';
import { words } from './words.ts';

interface CheckListProps {
  item: StandingPage['items'][number];
  standing: StandingPage['standing']['items'][number];
  strictness: (item: string, check: string) => Strictness;
  chosen: string | undefined;
  onChoose: (check: string) => void;
}

/** The checks of an item; with a single one there is nothing to choose. */
export function CheckList({ item, standing, strictness, chosen, onChoose }: CheckListProps) {
  if (standing.checks.length < 2) return null;
  const titles = new Map(item.checks.map((check) => [check.id, check.title]));
  return (
    <ul className="plain-list check-list" aria-label={words.checks}>
      {standing.checks.map((check) => (
        <li key={check.check}>
          <button
            type="button"
            aria-pressed={check.check === chosen}
            className="check-choice"
            onClick={() => onChoose(check.check)}
          >
            <CheckVerdict verdict={check.verdict} strictness={strictness(item.code, check.check)} />
            <span className="check-title">{titles.get(check.check) ?? check.check}</span>
            <span className="number faint">
              {check.of === 0 ? '' : `${number(check.points)}／${number(check.of)}`}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
