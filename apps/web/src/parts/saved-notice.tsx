import { Alert, Button } from 'antd';
import { day, moment } from './words.ts';

const words = {
  what: (edition: string, asOf: string) => `正在看已保存的结果：${edition}，截至${asOf}`,
  known: (knownAt: string) => `按${knownAt}时已登记的记录计算，此后的改动不影响它。`,
  leave: '回到现在的结果',
};

interface SavedNoticeProps {
  edition: string;
  asOf: string;
  knownAt?: string | undefined;
  onLeave: () => void;
}

/** Says that what is shown is a saved evaluation and not the present, and leads back. */
export function SavedNotice({ edition, asOf, knownAt, onLeave }: SavedNoticeProps) {
  return (
    <Alert
      type="info"
      className="saved-notice"
      title={words.what(edition, day(asOf))}
      description={knownAt === undefined ? undefined : words.known(moment(knownAt))}
      action={<Button onClick={onLeave}>{words.leave}</Button>}
    />
  );
}
