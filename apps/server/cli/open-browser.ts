import { spawn } from 'node:child_process';

/** Opens an address in the browser of a desktop; on a server, or in a test, does nothing. */
export function openBrowser(address: string): void {
  const command = findOpener();
  if (!command || process.env.CI || !process.stdout.isTTY) return;
  const child = spawn(command, [address], { stdio: 'ignore', detached: true });
  // No browser is no misfortune: the address stands on the screen.
  child.on('error', () => undefined);
  child.unref();
}

function findOpener(): string | undefined {
  if (process.platform === 'darwin') return 'open';
  if (process.platform === 'win32') return 'explorer';
  return process.env.DISPLAY || process.env.WAYLAND_DISPLAY ? 'xdg-open' : undefined;
}
