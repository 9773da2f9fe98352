import { Page } from '../../parts/page.tsx';

/** The polls of a place. */
export function Ballots() {
  return (
    <Page title="群众测评" needs="round.read">
      {null}
    </Page>
  );
}
