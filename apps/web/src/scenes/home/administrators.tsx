import { Link } from '@tanstack/react-router';
import { Section } from '../../parts/page.tsx';
import { words } from './words.ts';

/** The three administrators see no business data; they are led to their own work. */
export function Administrators({ can }: { can: readonly string[] }) {
  const may = new Set(can);
  return (
    <Section title={words.administrators}>
      <p className="faint">{words.administratorsLead}</p>
      <ul>
        {may.has('account.read') ? (
          <li>
            <Link to="/administration/accounts">{words.accounts}</Link>
          </li>
        ) : null}
        {may.has('role.manage') ? (
          <li>
            <Link to="/administration/assignments">{words.assignments}</Link>
          </li>
        ) : null}
        {may.has('audit.read') ? (
          <li>
            <Link to="/administration/audit">{words.audit}</Link>
          </li>
        ) : null}
      </ul>
    </Section>
  );
}
