import { useEffect, useState } from 'react';

interface InstallPrompt extends Event {
  prompt(): Promise<unknown>;
}

let offered: InstallPrompt | null = null;
const listeners = new Set<() => void>();
window.addEventListener('beforeinstallprompt', (event) => {
  event.preventDefault();
  offered = event as InstallPrompt;
  for (const listener of listeners) listener();
});

const isInstalled = (): boolean => matchMedia('(display-mode: standalone)').matches;
const isApple = (): boolean => /iPhone|iPad/.test(navigator.userAgent);

/** How the page gets among the phone's own programs. */
export function InstallHint() {
  const [, redraw] = useState(0);
  useEffect(() => {
    const changed = () => redraw((times) => times + 1);
    listeners.add(changed);
    return () => {
      listeners.delete(changed);
    };
  }, []);
  if (/MicroMessenger/.test(navigator.userAgent))
    return (
      <p className="note">
        您是在微信里打开的，没有信号时微信里打不开。请点右上角“…”，选“在浏览器打开”，再登录。
      </p>
    );
  if (isInstalled()) return null;
  if (offered !== null)
    return (
      <button type="button" onClick={() => void offered?.prompt()}>
        装到手机桌面
      </button>
    );
  return (
    <p className="faint">
      {isApple()
        ? '装到桌面：点浏览器下方的“分享”，选“添加到主屏幕”。'
        : '装到桌面：点浏览器的菜单，选“添加到桌面”或“安装应用”。'}
    </p>
  );
}
