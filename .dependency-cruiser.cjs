// The floors of the house: a lower floor never imports an upper one.
const never = (name, from, to, comment) => ({ name, severity: 'error', comment, from: { path: from }, to: { path: to } });

module.exports = {
  forbidden: [
    { name: 'no-circles', severity: 'error', comment: 'Two rooms that need each other are one room, or need a third.', from: {}, to: { circular: true } },
    never('packages-below-apps', '^packages/', '^apps/', 'A package serves the apps and never knows them.'),
    never('engine-stands-alone', '^packages/engine/src', '^packages/(contract|documents|reader|panel)', 'The engine knows no standard and no neighbour.'),
    never('documents-stand-alone', '^packages/documents/src', '^packages/(contract|engine|reader|panel)', 'Word and Excel know nothing of the field.'),
    never('engine-is-pure', '^packages/engine/src', 'node_modules/(pg|pg-cursor|pg-copy-streams|fastify|better-auth|graphile-worker)/', 'The engine builds queries; the server runs them.'),
    never('web-talks-http', '^apps/web', '^apps/server', 'The web knows the server only by the contract.'),
    never('server-knows-no-web', '^apps/server', '^apps/web', 'The server serves the built files and nothing else of the web.'),
    never('database-at-the-bottom', '^apps/server/database', '^apps/server/(features|http|cli|jobs|demo|backup)', 'The door is below everything that walks through it.'),
    never('features-below-commands', '^apps/server/features', '^apps/server/(cli|demo)', 'A feature is called by a command, not the other way.'),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|node_modules)/|\\.test\\.tsx?$' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'], extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'] },
  },
};
