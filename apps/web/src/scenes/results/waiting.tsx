import { Page } from '../../parts/page.tsx';

/** Results that wait for the actor's approval. */
export function Waiting() {
  return (
    <Page title="待审核的结果" needs="result.approve">
      {null}
    </Page>
  );
}
