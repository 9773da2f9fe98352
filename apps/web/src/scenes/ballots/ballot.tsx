import { Page } from '../../parts/page.tsx';

/** One poll: its slips, its state, its sums once they may be shown. */
export function BallotPage() {
  return (
    <Page title="群众测评" needs="round.read">
      {null}
    </Page>
  );
}
