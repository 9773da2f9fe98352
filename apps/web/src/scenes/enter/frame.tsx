import type { ReactNode } from 'react';
import { words } from './words.ts';
import './enter.css';

/** The plain sheet of the screens before sign-in. */
export function Frame({ title, lead, wide = false, children }: FrameProps) {
  return (
    <main className="enter">
      <title>{`${title} · 互鉴`}</title>
      <div className={wide ? 'enter-sheet enter-wide' : 'enter-sheet'}>
        <p className="enter-brand">
          <strong>{words.product}</strong>
          <span className="faint">{words.purpose}</span>
        </p>
        <h1>{title}</h1>
        {lead === undefined ? null : <p className="faint">{lead}</p>}
        {children}
      </div>
    </main>
  );
}

interface FrameProps {
  title: string;
  lead?: ReactNode;
  wide?: boolean;
  children: ReactNode;
}
