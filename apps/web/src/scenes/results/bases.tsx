import { Page } from '../../parts/page.tsx';

/** The documents on which rankings rest. */
export function Bases() {
  return (
    <Page title="排名依据" needs="round.read">
      {null}
    </Page>
  );
}
