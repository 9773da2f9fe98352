import type { DrawShown } from '@hujian/contract';
import { Alert, App } from 'antd';
import type { ReactNode } from 'react';
import { moment } from '../../../parts/words.ts';
import { words } from './words.ts';

/** What is public about a draw, before and after it. */
export function DrawFacts({ draw }: { draw: DrawShown }) {
  const { message } = App.useApp();
  const path = `/public/draws/${draw.slug}`;
  const copy = async () => {
    await navigator.clipboard.writeText(new URL(path, location.origin).href);
    message.success(words.copied);
  };
  const named = draw.units.filter((unit) => unit.drawn !== null);
  return (
    <>
      <dl className="round-facts">
        <Fact title={words.seal}>
          <code className="round-hash">{draw.commitment}</code>
        </Fact>
        <Fact title={words.sealedAt}>{moment(draw.committedAt)}</Fact>
        {draw.beaconRule === '' ? null : (
          <Fact title={words.drawBeacon}>
            {draw.beaconRule}
            {draw.beacon === null || draw.beacon === '' ? '' : `：${draw.beacon}`}
          </Fact>
        )}
        {draw.drawnAt === null ? null : <Fact title={words.drawnAt}>{moment(draw.drawnAt)}</Fact>}
        {draw.seed === null ? null : (
          <Fact title={words.seed}>
            <code className="round-hash">{draw.seed}</code>
          </Fact>
        )}
        <Fact title={words.publicPage}>
          <span className="row">
            <a href={path} target="_blank" rel="noreferrer">
              {words.open}
            </a>
            {/* Browsers give the clipboard only to pages that came over a safe line. */}
            {window.isSecureContext ? (
              <button type="button" className="as-link" onClick={() => void copy()}>
                {words.copyLink}
              </button>
            ) : null}
          </span>
        </Fact>
        {named.length === 0 ? null : (
          <Fact title={words.drawnList(named.length)}>
            {named
              .map(({ name, drawn }) =>
                drawn === 'coverage' ? `${name}（${words.drawnBy.coverage}）` : name,
              )
              .join('、')}
          </Fact>
        )}
      </dl>
      {draw.differs === null ? null : draw.differs.length === 0 ? (
        <Alert type="success" role="status" title={words.right} />
      ) : (
        <Alert type="error" role="alert" title={words.differs} description={draw.differs.join('；')} />
      )}
    </>
  );
}

function Fact({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div>
      <dt>{title}</dt>
      <dd>{children}</dd>
    </div>
  );
}
