import { signOut } from '../api/enter.ts';
import { setLeaving } from './keep/registry.ts';

/** Ends the session on the server; without a signal as soon as there is one. */
export async function leave(): Promise<void> {
  await setLeaving(true);
  try {
    await signOut();
    await setLeaving(false);
  } catch {
    // Kept in mind: the next opening with a signal signs out before anything else.
  }
}

/** Tells other tabs that the store is gone. */
export function tellOtherTabs(): void {
  const channel = new BroadcastChannel('hujian-rating');
  channel.postMessage('gone');
  channel.close();
}
