import { useQueryClient } from '@tanstack/react-query';
import { Outlet, useNavigate, useRouterState } from '@tanstack/react-router';
import { Button, Drawer } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { signOut } from '../../api/enter.ts';
import { useMe } from '../../api/me.ts';
import { Empty } from '../../parts/states.tsx';
import { AssignmentSwitch } from './assignment-switch.tsx';
import { FindOrganization } from './find-organization.tsx';
import { IdleNotice } from './idle-notice.tsx';
import { Navigation } from './navigation.tsx';
import { WaitingNotice } from './waiting-notice.tsx';
import { words } from './words.ts';
import './shell.css';

/** After a change of page the reading starts at the new page, also for those who do not see it. */
function useFocusOnChange() {
  const main = useRef<HTMLElement>(null);
  const path = useRouterState({ select: (state) => state.location.pathname });
  const seen = useRef(path);
  useEffect(() => {
    if (seen.current === path) return;
    seen.current = path;
    main.current?.focus({ preventScroll: true });
  }, [path]);
  return main;
}

export function Shell() {
  const me = useMe();
  const client = useQueryClient();
  const navigate = useNavigate();
  const main = useFocusOnChange();
  const [open, setOpen] = useState(false);
  const above = me.scope !== null && me.scope.level !== 'village' && me.scope.level !== 'group';
  const searchable = above && me.can.includes('organization.read');
  const leave = async () => {
    await signOut().catch(() => undefined);
    await navigate({ to: '/sign-in' });
    client.clear();
  };
  return (
    <div className="shell">
      <a className="skip" href="#main">
        {words.skip}
      </a>
      <header className="top">
        <Button
          className="top-menu"
          aria-label={words.menu}
          aria-expanded={open}
          onClick={() => setOpen(true)}
        >
          ☰
        </Button>
        <span className="brand">互鉴</span>
        <span className="scope" title={me.scope?.name ?? words.everywhere}>
          {me.scope?.name ?? words.everywhere}
        </span>
        {me.program.demo ? <span className="demo">{words.demo}</span> : null}
        <div className="top-find">{searchable ? <FindOrganization /> : null}</div>
        <div className="top-who">
          <AssignmentSwitch me={me} />
          <span className="who">{me.account.name}</span>
        </div>
        <Button className="leave" onClick={() => void leave()}>
          {words.leave}
        </Button>
      </header>
      <div className="side">
        <Navigation me={me} />
      </div>
      <Drawer open={open} onClose={() => setOpen(false)} placement="left" size={280} title={words.menuTitle}>
        <div className="stack">
          <div>
            <div className="faint">{me.account.name}</div>
            <AssignmentSwitch me={me} />
          </div>
          {searchable ? <FindOrganization onGo={() => setOpen(false)} /> : null}
          <Navigation me={me} onGo={() => setOpen(false)} />
        </div>
      </Drawer>
      <main id="main" tabIndex={-1} ref={main}>
        {me.can.includes('standing.read') ? <WaitingNotice /> : null}
        {me.active === null ? (
          <div className="page">
            <Empty title={words.noAssignment} />
          </div>
        ) : (
          <Outlet />
        )}
      </main>
      <IdleNotice idleMinutes={me.idleMinutes} />
    </div>
  );
}
