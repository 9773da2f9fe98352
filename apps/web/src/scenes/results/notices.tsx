import type { ResultFull } from '@hujian/contract';
import { Section } from '../../parts/page.tsx';
import { QrCode } from '../../parts/qr-code.tsx';
import { day } from '../../parts/words.ts';
import { words } from './words.ts';

/** Where everybody reads the result, as an address and as a code to scan. */
export function Notices({ result }: { result: ResultFull }) {
  return (
    <Section title={words.notices}>
      {result.notices.length === 0 ? (
        <p className="faint result-none">{words.noticesNone}</p>
      ) : (
        <ul className="plain-list result-list">
          {result.notices.map((notice) => (
            <li key={notice.id} className="result-notice">
              {notice.state === 'withdrawn' ? null : (
                <QrCode text={addressOf(notice.slug)} label={words.noticeScan} size={112} />
              )}
              <div>
                <strong>{notice.title}</strong>
                <div>
                  {`${words.noticeStates[notice.state]}　${words.noticePeriod(day(notice.fromDay), day(notice.untilDay), notice.workingDays)}`}
                </div>
                <a href={`/public/notices/${notice.slug}`} target="_blank" rel="noreferrer">
                  {words.noticeLink}
                </a>
                <div className="faint result-hash">{addressOf(notice.slug)}</div>
              </div>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

const addressOf = (slug: string): string => new URL(`/public/notices/${slug}`, location.origin).href;
