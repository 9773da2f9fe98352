import type { DraftRow } from '@hujian/contract';
import { Link } from '@tanstack/react-router';
import { moment } from '../../parts/words.ts';
import { words } from './words.ts';

/** Some drafts, each with who read it in and how far it has come. */
export function DraftLinks({ drafts }: { drafts: readonly DraftRow[] }) {
  return (
    <ul className="plain-list">
      {drafts.map((draft) => (
        <li key={draft.id}>
          <Link to="/library/drafts/$draft" params={{ draft: String(draft.id) }}>
            {draft.title}
          </Link>
          <span className="faint">
            {[
              '',
              words.states[draft.state],
              draft.enteredBy,
              moment(draft.enteredAt),
              progressOf(draft),
            ].join('　')}
          </span>
        </li>
      ))}
    </ul>
  );
}

export function progressOf({ proposals }: DraftRow): string {
  const all = Object.values(proposals).reduce((sum, n) => sum + n, 0);
  return words.openCount(proposals.proposed, all);
}
