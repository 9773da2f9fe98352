import { Alert } from 'antd';

/** What went wrong with the form above the button, read out at once. */
export function Wrong({ error }: { error: unknown }) {
  if (error === null || error === undefined) return null;
  const message = error instanceof Error ? error.message : String(error);
  return <Alert type="error" showIcon title={message} role="alert" style={{ marginBottom: 16 }} />;
}
