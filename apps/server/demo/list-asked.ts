import { type Edition, itemsOf, type Kind } from '@hujian/engine';

/** What the standards of one kind of organization ask for; a school is not visited for what villages are looked at. */
export interface Asked {
  /** What panels look at on site: '<standard>/<item>/<check>', each once. */
  looks: readonly string[];
  documents: ReadonlySet<string>;
  events: ReadonlySet<string>;
  polls: ReadonlySet<string>;
}

/** What all editions together ask of organizations of a kind, in checks and in the conditions under which they hold. */
export function listAsked(editions: readonly Edition[], kind: Kind): Asked {
  const own = editions.filter(({ appliesTo: { kinds } }) => kinds.length === 0 || kinds.includes(kind));
  const checks = own.flatMap((edition) => itemsOf(edition).flatMap((item) => item.checks));
  const looks = checks.flatMap((check) => (check.measure === 'on-site' ? [check.key] : []));
  const documents = checks.flatMap((check) => (check.measure === 'document' ? check.documents : []));
  const events = checks.flatMap((check) => [
    ...(check.measure === 'event' ? check.events : []),
    ...check.when.flatMap((one) => (one.kind === 'event' ? one.events : [])),
  ]);
  const polls = checks.flatMap((check) => (check.measure === 'poll' ? [check.about] : []));
  return {
    looks: [...new Set(looks)].sort(),
    documents: new Set(documents),
    events: new Set(events),
    polls: new Set(polls),
  };
}
