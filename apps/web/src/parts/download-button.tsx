import { App, Button } from 'antd';
import { type ReactNode, useState } from 'react';
import type { Query } from '../api/door.ts';
import { download } from '../api/door.ts';

interface DownloadProps {
  path: string;
  query?: Query;
  fileName: string;
  children: ReactNode;
  type?: 'default' | 'link' | 'primary';
}

/** Fetches a file that the server makes; says so when that fails instead of opening a page of JSON. */
export function DownloadButton({ path, query = {}, fileName, children, type = 'default' }: DownloadProps) {
  const { message } = App.useApp();
  const [busy, setBusy] = useState(false);
  const run = async () => {
    setBusy(true);
    try {
      await download(path, query, fileName);
    } catch (failure) {
      message.error(failure instanceof Error ? failure.message : String(failure), 6);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Button
      type={type}
      loading={busy}
      onClick={() => void run()}
      style={type === 'link' ? { padding: 0 } : {}}
    >
      {children}
    </Button>
  );
}
