// The boundaries of the design, held by a machine: who may import whom.

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-circular',
      comment: 'A circle means that two modules are one; split what they share.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-unresolvable',
      comment: 'An import must lead somewhere.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^virtual:' },
    },
    {
      name: 'shared-is-pure',
      comment: 'shared imports nothing but itself and zod.',
      severity: 'error',
      from: { path: '^shared/', pathNot: '([.]test[.]ts$|^shared/testing/)' },
      to: { pathNot: '^(shared/|node_modules/zod/)' },
    },
    {
      name: 'shared-tests-are-pure',
      comment: 'The tests of shared add the test runner and, for files of the sample, Node.',
      severity: 'error',
      from: { path: '^shared/(.*[.]test[.]ts$|testing/)' },
      to: {
        pathNot: '^(shared/|node_modules/(zod|vitest|fast-check|@fast-check)/)',
        dependencyTypesNot: ['core'],
      },
    },
    {
      name: 'domain-knows-no-views',
      comment: 'The rules of the workshop know neither how it is planned nor how it is shown.',
      severity: 'error',
      from: { path: '^shared/domain/', pathNot: '[.]test[.]ts$' },
      to: { path: '^shared/(views|plan)/' },
    },
    {
      name: 'server-knows-no-client',
      severity: 'error',
      from: { path: '^server/' },
      to: { path: '^client-' },
    },
    {
      name: 'clients-know-no-server',
      severity: 'error',
      from: { path: '^client-' },
      to: { path: '^server/' },
    },
    {
      name: 'clients-know-not-each-other',
      severity: 'error',
      from: { path: '^(client-[a-z]+)/' },
      to: { path: '^client-[a-z]+/', pathNot: '^$1/' },
    },
    {
      name: 'edges-reach-handle-command',
      comment:
        'The edges reach handleCommand and what shop.ts says of a shop; they neither write the log, nor read Redis, nor push.',
      severity: 'error',
      from: { path: '^server/(http|socket|access|import|personal)/', pathNot: '[.]test[.]ts$' },
      to: {
        path: '^server/((shop|log|redis)/|(startNode|startServer|openEdges|openLog|main)[.]ts$)',
        pathNot: '^server/shop/(handleCommand|shop)[.]ts$',
      },
    },
    {
      name: 'edges-see-a-shop-by-type',
      comment: 'What a shop is comes to the edges from outside; they know its type alone.',
      severity: 'error',
      from: { path: '^server/(http|socket|access|import|personal)/', pathNot: '[.]test[.]ts$' },
      to: { path: '^server/shop/shop[.]ts$', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'redis-behind-its-folder',
      comment: 'Only the folder that talks to Redis, and main.ts which wires it, know ioredis.',
      severity: 'error',
      from: { path: '^(server|shared|client-[a-z]+)/', pathNot: '^server/(redis/|main[.]ts$)' },
      to: { path: '^node_modules/ioredis/' },
    },
    {
      name: 'components-know-no-socket',
      comment: 'Components get props and call back.',
      severity: 'error',
      from: { path: '^client-[a-z]+/.*components/' },
      to: { path: '^(node_modules/socket[.]io-client/|client-[a-z]+/.*live/)' },
    },
    {
      name: 'product-knows-no-tests',
      comment: 'What is shipped imports neither tests nor test material nor the tools.',
      severity: 'error',
      from: {
        path: '^(shared|server|client-[a-z]+)/',
        pathNot: '([.]test[.]ts$|/testing/|/vite[.]config[.]ts$|[.]contract[.]ts$)',
      },
      to: { path: '([.]test[.]ts$|^(server|client-[a-z]+)/.*testing/|^(e2e|bench|scripts)/)' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)dist/' },
    tsPreCompilationDeps: true,
    combinedDependencies: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'browser', 'svelte', 'types', 'node', 'default'],
      extensions: ['.ts', '.mjs', '.js', '.svelte', '.json'],
    },
    skipAnalysisNotInRules: true,
  },
};
