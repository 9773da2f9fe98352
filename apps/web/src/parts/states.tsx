import { Button, Skeleton } from 'antd';
import type { ReactNode } from 'react';
import { Problem } from '../api/door.ts';
import './states.css';

/** While something is fetched: say what, and keep its place. */
export function Loading({ what = '内容', rows = 4 }: { what?: string; rows?: number }) {
  return (
    <div className="state-loading" role="status" aria-live="polite">
      <p className="faint">正在取{what}……</p>
      <Skeleton active={false} title={false} paragraph={{ rows }} />
    </div>
  );
}

export function Empty({
  title,
  children,
  action,
}: {
  title: string;
  children?: ReactNode;
  action?: ReactNode;
}) {
  return (
    <div className="state-empty">
      <p className="state-empty-title">{title}</p>
      {children === undefined ? null : <div className="faint">{children}</div>}
      {action === undefined ? null : <div className="state-empty-action">{action}</div>}
    </div>
  );
}

interface ToldProps {
  title: string;
  children: ReactNode;
  action?: ReactNode;
  role?: 'alert' | 'status';
}

function Told({ title, children, action, role = 'status' }: ToldProps) {
  return (
    <div className={`state-told state-${role}`} role={role}>
      <h2>{title}</h2>
      <p>{children}</p>
      {action}
    </div>
  );
}

export function Denied({ children }: { children?: ReactNode }) {
  return (
    <Told title="当前身份不能看这一页">
      {children ?? '如果工作需要，请在右上角换一个身份，或请安全管理员给您授权。'}
    </Told>
  );
}

/** The program was updated while the page was open: its old parts are gone. */
function Renewed() {
  return (
    <Told title="网页已更新" action={<Button onClick={() => location.reload()}>刷新</Button>}>
      程序刚刚升级，请刷新页面后继续。
    </Told>
  );
}

const headings: Record<number, string> = {
  0: '没有连上服务器',
  404: '没有找到',
  409: '与别人的改动撞上了',
  413: '内容太大',
  429: '操作太频繁',
};

/** What went wrong and what to do; denied has its own words. */
export function Failure({ error, retry }: { error: unknown; retry?: (() => void) | undefined }) {
  if (error instanceof Problem && error.status === 403) return <Denied>{error.message}</Denied>;
  if (error instanceof TypeError && /module script|dynamically imported/.test(error.message))
    return <Renewed />;
  const status = error instanceof Problem ? error.status : -1;
  const message = error instanceof Error ? error.message : '出了意外的问题，请重试。';
  return (
    <Told
      title={headings[status] ?? '这一步没有办成'}
      role={status === 404 ? 'status' : 'alert'}
      action={retry === undefined ? null : <Button onClick={retry}>重试</Button>}
    >
      {message}
    </Told>
  );
}

interface Fetched<T> {
  data: T | undefined;
  error: unknown;
  isPending: boolean;
  refetch: () => unknown;
}

/** Shows a query in all its states; what it holds is drawn by the children. */
export function Loaded<T>(props: {
  query: Fetched<T>;
  what: string;
  rows?: number;
  children: (data: T) => ReactNode;
}) {
  const { query, what, rows = 4, children } = props;
  if (query.data !== undefined) return <>{children(query.data)}</>;
  if (query.error !== null) return <Failure error={query.error} retry={() => query.refetch()} />;
  return <Loading what={what} rows={rows} />;
}
