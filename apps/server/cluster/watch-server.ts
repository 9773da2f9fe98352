const everyMs = 2000;

/**
 * Looks every two seconds whether the server lives, and has it brought up again when somebody killed it (the system
 * short of memory, for example). Returns what ends the watch; it waits for a repair under way.
 */
export function watchServer(lives: () => boolean, bringUp: () => Promise<void>): () => Promise<void> {
  let repair: Promise<void> | undefined;
  const timer = setInterval(() => {
    if (repair || lives()) return;
    repair = bringUp().finally(() => {
      repair = undefined;
    });
  }, everyMs);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await repair;
  };
}
