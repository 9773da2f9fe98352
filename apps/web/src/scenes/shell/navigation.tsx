import type { Me } from '@hujian/contract';
import { Link, useRouterState } from '@tanstack/react-router';
import { findCurrent, menuOf } from './menu.ts';

/** The menu as plain links, so that Tab, Enter and the screen reader work as they always do. */
export function Navigation({ me, onGo }: { me: Me; onGo?: () => void }) {
  const groups = menuOf(me);
  const path = useRouterState({ select: (state) => state.location.pathname });
  const current = findCurrent(groups, path);
  return (
    <nav aria-label="主菜单" className="menu">
      {groups.map((group) => (
        <div key={group.label} className="menu-group">
          <p className="menu-label">{group.label}</p>
          <ul className="plain-list">
            {group.entries.map((entry) => (
              <li key={entry.to}>
                <Link
                  to={entry.to}
                  {...(onGo === undefined ? {} : { onClick: onGo })}
                  activeOptions={{ exact: true, includeSearch: false }}
                  {...(entry.to === current ? { 'aria-current': 'page' as const } : {})}
                  className="menu-link"
                >
                  {entry.label}
                </Link>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  );
}
