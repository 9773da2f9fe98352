import { useSyncExternalStore } from 'react';
import { useDesk, useView } from '../use-desk.ts';
import { version } from '../version.ts';

const minute = 60_000;

/** What the panelist must know wherever he is. */
export function Notices() {
  const desk = useDesk();
  const view = useView();
  const newer = useSyncExternalStore(version.subscribe, version.isNewer);
  const off = Math.round(view.off / minute);
  return (
    <div className="notices">
      {view.wrong === null ? null : (
        <div className="alert" role="alert">
          <p>{view.wrong}</p>
          <button type="button" onClick={desk.dismiss}>
            知道了
          </button>
        </div>
      )}
      {view.kept.tight ? (
        <p className="alert">
          手机存储空间快满了：打分和文字还能记，照片先不能拍。请删掉不用的照片、视频或应用。
        </p>
      ) : null}
      {view.notices.length === 0 ? null : (
        <div className="note" role="status">
          {view.notices.map((text) => (
            <p key={text}>{text}</p>
          ))}
          <button type="button" onClick={() => void desk.attempt(desk.clearNotices)}>
            知道了
          </button>
        </div>
      )}
      {Math.abs(off) > 5 ? (
        <p className="note">
          手机的时间{off > 0 ? '快' : '慢'}了约 {presentSpan(Math.abs(off))}
          。不影响评分；有空请在手机设置里打开“自动设置时间”。
        </p>
      ) : null}
      {newer ? (
        <div className="note">
          <p>新版本已经备好。关掉本页再打开就用上；也可以现在换，记下的内容都在。</p>
          <button type="button" onClick={version.takeNewer}>
            现在换上
          </button>
        </div>
      ) : null}
    </div>
  );
}

function presentSpan(minutes: number): string {
  if (minutes < 120) return `${minutes} 分钟`;
  return minutes < 48 * 60 ? `${Math.round(minutes / 60)} 小时` : `${Math.round(minutes / 1440)} 天`;
}
