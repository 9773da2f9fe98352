import { QRCode } from 'antd';
import type { Enrolment } from '../../api/enter.ts';
import { words } from './words.ts';

/** The secret as a QR code drawn here (it never leaves the machine), as text, and the backup codes. */
export function EnrolSecret({ enrolment }: { enrolment: Enrolment }) {
  const secret = new URL(enrolment.totpURI).searchParams.get('secret') ?? '';
  return (
    <>
      <div className="enter-two">
        <QRCode type="svg" value={enrolment.totpURI} size={168} />
        <div>
          <p>{words.enrolScan}</p>
          <code className="enter-secret">{secret}</code>
        </div>
      </div>
      <p>{words.enrolBackup}</p>
      <ul className="enter-codes">
        {enrolment.backupCodes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
    </>
  );
}
