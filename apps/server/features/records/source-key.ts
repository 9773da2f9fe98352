/**
 * What makes a record the same record, whether it is typed or comes in a file, once or twice: one live row for each
 * key in an organization. Parts are joined by '|'; an absent part is empty.
 */
export const sourceKeys = {
  /** By identity number where it is known (its blind index, hexadecimal), else by name and day of birth. */
  roster: (person: {
    identityIndex?: Buffer | null | undefined;
    name: string;
    birthOn?: string | null | undefined;
  }) =>
    person.identityIndex
      ? join('identity', person.identityIndex.toString('hex'))
      : join('name', person.name, person.birthOn),
  posts: (seat: { person: number; post: string; heldFrom: string }) =>
    join(seat.person, seat.post, seat.heldFrom),
  activities: (activity: {
    kind: string;
    happenedOn: string;
    title?: string | undefined;
    partyGroup?: number | null | undefined;
    host?: number | null | undefined;
  }) => join(activity.kind, activity.happenedOn, activity.title, activity.partyGroup, activity.host),
  figures: (figure: { figure: string; countedOn: string }) => join(figure.figure, figure.countedOn),
  documents: (document: { document: string; title: string; heldFrom: string }) =>
    join(document.document, document.heldFrom, document.title),
  events: (event: { event: string; happenedOn: string }) => join(event.event, event.happenedOn),
  polls: (poll: { about: string; heldOn: string }) => join(poll.about, poll.heldOn),
  ratings: (rating: { look: string; ratedOn: string }) => join(rating.look, rating.ratedOn),
  registers: (span: { of: string; keptFrom: string }) => join(span.of, span.keptFrom),
} as const;

const join = (...parts: (string | number | null | undefined)[]): string =>
  parts.map((part) => part ?? '').join('|');
