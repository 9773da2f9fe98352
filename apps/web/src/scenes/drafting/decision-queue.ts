import type { Draft, DraftChange } from '@hujian/contract';

interface Waiting {
  changes: readonly DraftChange[];
  /** A form's change is sent by itself, so that its refusal is its own. */
  alone: boolean;
  done: (draft: Draft) => void;
  fail: (reason: unknown) => void;
}

interface Surroundings {
  post: (changes: readonly DraftChange[]) => Promise<Draft>;
  /** What the server answered, and what was decided while it did. */
  keep: (draft: Draft, waiting: readonly DraftChange[]) => void;
  /** A refusal: nothing that waited is sent after it. */
  refused: (reason: unknown) => Promise<void>;
  busy: (working: boolean) => void;
}

export type Push = (changes: readonly DraftChange[], alone: boolean) => Promise<Draft>;

/** Sends decisions one request after the other, because each needs the version that the one before left behind. */
export function createDecisionQueue({ post, keep, refused, busy }: Surroundings): Push {
  const queue: Waiting[] = [];
  let working = false;

  const sendOne = async (batch: readonly Waiting[]) => {
    try {
      const draft = await post(batch.flatMap((one) => one.changes));
      keep(
        draft,
        queue.flatMap((one) => one.changes),
      );
      for (const one of batch) one.done(draft);
    } catch (reason) {
      const lost = [...batch, ...queue.splice(0)];
      await refused(reason);
      for (const one of lost) one.fail(reason);
    }
  };

  const pump = async () => {
    if (working) return;
    working = true;
    busy(true);
    while (queue.length > 0) await sendOne(takeBatch(queue));
    working = false;
    busy(false);
  };

  return (changes, alone) =>
    new Promise((done, fail) => {
      queue.push({ changes, alone, done, fail });
      void pump();
    });
}

/** The first that waits and those behind it that may go with it, up to what one request holds. */
function takeBatch(queue: Waiting[]): Waiting[] {
  const batch: Waiting[] = [];
  let count = 0;
  for (const one of queue) {
    count += one.changes.length;
    if (batch.length > 0 && (one.alone || batch[0]?.alone === true || count > 500)) break;
    batch.push(one);
  }
  return queue.splice(0, batch.length);
}
