import { Link } from '@tanstack/react-router';
import { words } from './words.ts';

/** To the edition that a draft became. */
export function EditionLink({ edition }: { edition: string }) {
  const cut = edition.indexOf('/');
  return (
    <Link
      to="/library/$standard/$label"
      params={{ standard: edition.slice(0, cut), label: edition.slice(cut + 1) }}
    >
      {words.toEdition}
    </Link>
  );
}
