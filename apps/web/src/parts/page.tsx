import type { ReactNode } from 'react';
import { useMe } from '../api/me.ts';
import { Denied } from './states.tsx';
import './listing.css';
import './page.css';

interface PageProps {
  title: string;
  lead?: ReactNode;
  crumbs?: ReactNode;
  actions?: ReactNode;
  /** The permission without which there is nothing to see here. */
  needs?: string;
  children: ReactNode;
}

/** The frame of every screen: window title, heading, what can be done, content. */
export function Page({ title, lead, crumbs, actions, needs, children }: PageProps) {
  const me = useMe();
  const allowed = needs === undefined || me.can.includes(needs);
  return (
    <div className="page">
      <title>{`${title} · 互鉴`}</title>
      {crumbs === undefined ? null : <div className="page-crumbs faint">{crumbs}</div>}
      <div className="page-head">
        <div className="page-words">
          <h1>{title}</h1>
          {lead === undefined ? null : <div className="page-lead faint">{lead}</div>}
        </div>
        {actions === undefined || !allowed ? null : <div className="page-actions">{actions}</div>}
      </div>
      {allowed ? children : <Denied />}
    </div>
  );
}

interface SectionProps {
  title: ReactNode;
  extra?: ReactNode;
  children: ReactNode;
  flush?: boolean;
}

/** A titled block on white ground. */
export function Section({ title, extra, children, flush = false }: SectionProps) {
  return (
    <section className={flush ? 'block block-flush' : 'block'}>
      <div className="block-head">
        <h2>{title}</h2>
        {extra === undefined ? null : <div className="block-extra">{extra}</div>}
      </div>
      <div className="block-body">{children}</div>
    </section>
  );
}
