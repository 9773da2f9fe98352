import type { ReactNode } from 'react';
import './page.css';

interface PageProps {
  title: string;
  lead?: ReactNode;
  crumbs?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
}

/** The frame of every screen: window title, heading, what can be done, content. */
export function Page({ title, lead, crumbs, actions, children }: PageProps) {
  return (
    <div className="page">
      <title>{`${title} · 互鉴`}</title>
      {crumbs === undefined ? null : <div className="page-crumbs faint">{crumbs}</div>}
      <div className="page-head">
        <div className="page-words">
          <h1>{title}</h1>
          {lead === undefined ? null : <div className="page-lead faint">{lead}</div>}
        </div>
        {actions === undefined ? null : <div className="page-actions">{actions}</div>}
      </div>
      {children}
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
