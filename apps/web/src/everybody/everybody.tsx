import { AnswerPage } from './answer-page.tsx';
import { DrawPage } from './draw-page.tsx';
import { Frame, Told } from './frame.tsx';
import { NoticePage } from './notice-page.tsx';
import { SlipPage } from './slip-page.tsx';
import { words } from './words.ts';

const pages = { notices: NoticePage, draws: DrawPage, slips: SlipPage } as const;

/** The pages that anybody may open, chosen by their path; there is nothing else to a router here. */
export function Everybody({ path }: { path: string }) {
  if (/^\/public\/objections\/?$/.test(path)) return <AnswerPage />;
  const found = /^\/public\/(notices|draws|slips)\/([\w-]{16,64})\/?$/.exec(path);
  const kind = found?.[1] as keyof typeof pages | undefined;
  const token = found?.[2];
  if (kind === undefined || token === undefined) {
    return (
      <Frame title={words.program}>
        <Told title={words.noPage}>{words.noPageLead}</Told>
      </Frame>
    );
  }
  const Page = pages[kind];
  return <Page token={token} />;
}
