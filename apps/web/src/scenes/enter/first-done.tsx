import type { FirstDone } from '@hujian/contract';
import { Link } from '@tanstack/react-router';
import { App, Button } from 'antd';
import { Frame } from './frame.tsx';
import { words } from './words.ts';

/** After the one-time link: the further links, shown this once. */
export function FirstDoneSheet({ done, title }: { done: FirstDone; title: string }) {
  const { message } = App.useApp();
  const copy = async (address: string) => {
    await navigator.clipboard.writeText(address);
    message.success(words.copied);
  };
  return (
    <Frame title={title} lead={words.firstDone(done.userName)} wide={done.links.length > 0}>
      {done.links.length === 0 ? null : (
        <>
          <h2>{words.linksTitle}</h2>
          <p className="faint">{words.linksLead}</p>
          {done.links.map((link) => {
            const address = new URL(link.path, location.origin).href;
            return (
              <div className="enter-link" key={link.purpose}>
                <strong>{link.title}</strong>
                <code>{address}</code>
                <Button size="small" onClick={() => void copy(address)}>
                  {words.copy}
                </Button>
              </div>
            );
          })}
        </>
      )}
      <Link to="/sign-in" search={{}}>
        {words.goSignIn}
      </Link>
    </Frame>
  );
}
