import type { SyncStatus } from './sync.ts';

export interface Counted {
  unsent: number;
  refused: number;
  /** Moment of the last receipt; null: none yet. */
  deliveredAt: string | null;
  /** The phone's own view of the line. */
  online: boolean;
}

const hour = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  hour: '2-digit',
  minute: '2-digit',
  hour12: false,
});

export type Tone = 'good' | 'waits' | 'bad';

/** The state of sync in one line of plain words. */
export function presentStatus(status: SyncStatus, counted: Counted): { text: string; tone: Tone } {
  const { unsent, refused } = counted;
  const some = unsent > 0;
  if (status.phase === 'signed-out')
    return {
      text: some ? `登录已过期，${unsent} 条存在手机上，点此登录` : '登录已过期，点此登录',
      tone: 'bad',
    };
  if (status.phase === 'other-account')
    return {
      text: some ? `现在登录的不是您，${unsent} 条存在手机上` : '现在登录的不是您，点此处理',
      tone: 'bad',
    };
  if (status.phase === 'forbidden') return { text: '服务器不收，点此看原因', tone: 'bad' };
  if (status.phase === 'no-signal' || (!counted.online && status.phase !== 'sending'))
    return {
      text: some ? `没有信号，${unsent} 条已存在手机上` : '没有信号，可以照常记',
      tone: some ? 'waits' : 'good',
    };
  if (some && status.phase === 'sending') return { text: `正在发送，还有 ${unsent} 条`, tone: 'waits' };
  if (some) return { text: `未发送 ${unsent} 条`, tone: 'waits' };
  if (refused > 0) return { text: `有 ${refused} 条没有被收下，点此看`, tone: 'bad' };
  if (status.phase === 'trouble') return { text: '暂时连不上服务器，稍后自动再试', tone: 'waits' };
  if (counted.deliveredAt === null) return { text: '还没有记录', tone: 'good' };
  return { text: `已全部送达 ${hour.format(new Date(counted.deliveredAt))}`, tone: 'good' };
}
