import type { EditionPage } from '@hujian/contract';
import type { Edition } from '@hujian/engine';

/** The contract carries the engine's edition as it is. */
export const editionOf = (page: EditionPage): Edition => page.edition as unknown as Edition;

/** '<standard>/<label>' → the two parts of an edition's address. */
export function editionParams(id: string): { standard: string; label: string } {
  const cut = id.indexOf('/');
  return { standard: id.slice(0, cut), label: id.slice(cut + 1) };
}
