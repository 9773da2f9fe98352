import type { ReactNode } from 'react';
import { Problem } from '../api/door.ts';
import type { Fetched } from './use-fetched.ts';
import { words } from './words.ts';

interface FrameProps {
  title: string;
  /** What kind of page it is, in small above the title. */
  what?: string;
  children: ReactNode;
}

/** One column, large type, one heading. */
export function Frame({ title, what, children }: FrameProps) {
  return (
    <main>
      <title>{title}</title>
      <header>
        {what === undefined ? null : <p className="what">{what}</p>}
        <h1>{title}</h1>
      </header>
      {children}
    </main>
  );
}

interface ToldProps {
  title: string;
  children?: ReactNode;
  good?: boolean;
  alert?: boolean;
}

/** A state in one bold line and what to do about it. */
export function Told({ title, children, good = false, alert = false }: ToldProps) {
  return (
    <div className={good ? 'told told-good' : 'told'} role={alert ? 'alert' : 'status'}>
      <strong>{title}</strong>
      {children === undefined ? null : <p>{children}</p>}
    </div>
  );
}

interface WaitingProps {
  fetched: Fetched<unknown>;
  what: string;
  /** What is said of an address that leads nowhere. */
  gone?: { title: string; lead: string };
}

const nowhere = { title: words.noPage, lead: words.noPageLead };

/** While it is fetched, and when that fails. */
export function Waiting({ fetched, what, gone = nowhere }: WaitingProps) {
  if (fetched.error === null) {
    return (
      <Frame title={what}>
        <p role="status">{words.opening}</p>
      </Frame>
    );
  }
  const lost = fetched.error instanceof Problem && fetched.error.status === 404;
  return (
    <Frame title={what}>
      <Told title={lost ? gone.title : words.failed} alert>
        {lost ? gone.lead : fetched.error.message}
      </Told>
      {lost ? null : (
        <button type="button" onClick={fetched.again}>
          {words.retry}
        </button>
      )}
    </Frame>
  );
}
