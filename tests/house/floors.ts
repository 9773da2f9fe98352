/** A floor that must not be entered from another: patterns over paths from the checkout's root. */
export interface Floor {
  from: RegExp;
  to: RegExp;
  why: string;
}

/** The floors of the house: a lower one never imports an upper one. */
export const floors: Floor[] = [
  { from: /^packages\//, to: /^apps\//, why: 'A package serves the apps and never knows them.' },
  {
    from: /^packages\/engine\/src/,
    to: /^packages\/(contract|documents|reader|panel|drafting)\//,
    why: 'The engine knows no standard and no neighbour.',
  },
  {
    from: /^packages\/documents\/src/,
    to: /^packages\/(contract|engine|reader|panel|drafting)\//,
    why: 'Word and Excel know nothing of the field.',
  },
  {
    from: /^packages\/reader\/src/,
    to: /^packages\/(contract|drafting|panel)\//,
    why: 'The reader says what is written; what is made of it is the drafting floor above.',
  },
  {
    from: /^packages\/drafting\/src/,
    to: /^packages\/contract\//,
    why: 'A working edition is the same whoever sends it.',
  },
  {
    from: /^packages\/engine\/src/,
    to: /^node_modules\/(pg|pg-cursor|pg-copy-streams|fastify|better-auth|graphile-worker)$/,
    why: 'The engine builds queries; the server runs them.',
  },
  {
    // Its tests drive the real program and build its rooms.
    from: /^apps\/web\/(?!tests\/)/,
    to: /^apps\/server\//,
    why: 'The web knows the server only by the contract.',
  },
  {
    from: /^apps\/server\//,
    to: /^apps\/web\//,
    why: 'The server serves the built files and nothing else of the web.',
  },
  {
    from: /^apps\/server\/database\//,
    to: /^apps\/server\/(features|http|cli|jobs|demo|backup)\//,
    why: 'The door is below everything that walks through it.',
  },
  {
    from: /^apps\/server\/cluster\//,
    to: /^apps\/server\/(?!cluster\/)/,
    why: 'The supervisor brings up a server and knows nothing of what is kept in it.',
  },
  {
    from: /^apps\/server\/features\//,
    to: /^apps\/server\/(cli|demo)\//,
    why: 'A feature is called by a command, not the other way.',
  },
];
