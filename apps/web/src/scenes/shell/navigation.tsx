import type { Me } from '@hujian/contract';
import { Link } from '@tanstack/react-router';
import { menuOf } from './menu.ts';

/** The menu as plain links, so that Tab, Enter and the screen reader work as they always do. */
export function Navigation({ me, onGo }: { me: Me; onGo?: () => void }) {
  return (
    <nav aria-label="主菜单" className="menu">
      {menuOf(me).map((group) => (
        <div key={group.label} className="menu-group">
          <p className="menu-label">{group.label}</p>
          <ul className="plain-list">
            {group.entries.map((entry) => (
              <li key={entry.to}>
                <Link
                  to={entry.to}
                  {...(onGo === undefined ? {} : { onClick: onGo })}
                  activeOptions={{ exact: entry.exact ?? false, includeSearch: false }}
                  activeProps={{ 'aria-current': 'page' }}
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
