import type { BallotRow } from '@hujian/contract';
import { App, Button } from 'antd';
import { useEffect } from 'react';
import { createPortal } from 'react-dom';
import { QrCode } from '../../parts/qr-code.tsx';
import { day } from '../../parts/words.ts';
import { words } from './words.ts';

const aSheet = 8;

interface SlipSheetsProps {
  ballot: BallotRow;
  slips: readonly string[];
  onClose: () => void;
}

/** The sheets to print, eight slips each with lines to cut along, over everything else; only they go on paper. */
export function SlipSheets({ ballot, slips, onClose }: SlipSheetsProps) {
  const { modal } = App.useApp();
  useOnlyThis();
  const sheets: (readonly string[])[] = [];
  for (let at = 0; at < slips.length; at += aSheet) sheets.push(slips.slice(at, at + aSheet));
  const leave = () => {
    modal.confirm({
      title: words.printCloseAsk,
      okText: words.printClose,
      cancelText: words.printStay,
      onOk: onClose,
      zIndex: 2000,
    });
  };
  return createPortal(
    <div className="slip-sheets">
      <div className="slip-bar">
        <span>{words.printed(slips.length, sheets.length)}</span>
        <Button type="primary" onClick={() => window.print()}>
          {words.printNow}
        </Button>
        <Button onClick={leave}>{words.printClose}</Button>
        <p className="faint">{words.printLead}</p>
      </div>
      {sheets.map((sheet) => (
        <div className="slip-sheet" key={sheet[0]}>
          {sheet.map((token) => (
            <Slip key={token} ballot={ballot} token={token} />
          ))}
        </div>
      ))}
    </div>,
    document.body,
  );
}

function Slip({ ballot, token }: { ballot: BallotRow; token: string }) {
  const address = new URL(`/public/slips/${token}`, location.origin).href;
  return (
    <div className="slip">
      <QrCode text={address} label={words.slipTitle} size={140} />
      <div className="slip-words">
        <strong>{ballot.title}</strong>
        <span>
          {ballot.organization.name}：{ballot.aboutTitle}
        </span>
        <span>{words.slipHow}</span>
        <span className="faint">{words.slipUntil(day(ballot.opensOn), day(ballot.closesOn))}</span>
      </div>
    </div>
  );
}

/** The rest of the page stays off the paper, and nobody loses the sheets by a slip of the finger. */
function useOnlyThis() {
  useEffect(() => {
    const stay = (event: BeforeUnloadEvent) => event.preventDefault();
    document.body.classList.add('printing-slips');
    window.addEventListener('beforeunload', stay);
    return () => {
      document.body.classList.remove('printing-slips');
      window.removeEventListener('beforeunload', stay);
    };
  }, []);
}
