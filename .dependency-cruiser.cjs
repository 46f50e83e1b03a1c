/** Who may import whom. Each wall has a wrong file in tests/fixtures/walls that a test sees refused. */
const core = '^main/core/';
const room = (name) => `^main/${name}/`;
const acting = ['probes', 'ssh', 'scan', 'cases', 'bundle'];
const pureLibraries =
  '(^|/)node_modules/(zod|saxes|xmlchars|yaml|@peculiar/asn1-(?:schema|x509|ecc|rsa)|@noble/hashes|@noble/ciphers|ipaddr\\.js|tldts|re2js|canonicalize|temporal-polyfill|i18next)/';

const floors = [
  ['model'],
  ['ciphers', 'tls', 'smtp', 'capture', 'asyncos', 'logs', 'site'],
  ['checks'],
  ['plan', 'diagnosis'],
  ['redaction', 'report', 'texts'],
];
const upwards = floors.flatMap((rooms, floor) =>
  floors.slice(floor + 1).length === 0
    ? []
    : [
        {
          name: `core-floor-${floor}-imports-no-floor-above`,
          severity: 'error',
          from: { path: `${core}(${rooms.join('|')})/` },
          to: {
            path: `${core}(${floors
              .slice(floor + 1)
              .flat()
              .join('|')})/`,
          },
        },
      ],
);

module.exports = {
  forbidden: [
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'core-imports-only-itself-and-pure-libraries',
      severity: 'error',
      from: { path: core },
      to: { pathNot: [core, pureLibraries, '^resources/texts/'] },
    },
    ...upwards,
    {
      name: 'causes-import-no-other-cause',
      severity: 'error',
      from: { path: `${core}diagnosis/causes/(?!index)` },
      to: { path: `${core}diagnosis/causes/` },
    },
    ...acting.map((name) => ({
      name: `${name}-imports-only-core-disk-and-node`,
      severity: 'error',
      from: { path: room(name) },
      to: { path: '^(main|preload|renderer)/', pathNot: [core, room(name), room('disk')] },
    })),
    {
      name: 'disk-imports-only-node',
      severity: 'error',
      from: { path: room('disk') },
      to: { path: '.', pathNot: [room('disk')], dependencyTypesNot: ['core'] },
    },
    {
      name: 'run-imports-no-door-and-no-lab',
      severity: 'error',
      from: { path: room('run') },
      to: { path: '^(main/(cli|desktop|lab)|preload|renderer)/' },
    },
    {
      name: 'lab-is-for-doors-and-tests',
      severity: 'error',
      from: { path: '^(main|preload|renderer)/', pathNot: [room('lab'), room('cli'), room('desktop')] },
      to: { path: room('lab') },
    },
    {
      name: 'electron-is-for-desktop-and-preload',
      severity: 'error',
      from: { pathNot: [room('desktop'), '^preload/index\\.ts$', '^main/index\\.ts$'] },
      to: { path: '(^|/)node_modules/electron/|^electron$' },
    },
    {
      name: 'contract-imports-only-the-model',
      severity: 'error',
      from: { path: '^preload/contract\\.ts$' },
      to: { path: '.', pathNot: ['^main/core/model/', '(^|/)node_modules/zod/'] },
    },
    {
      name: 'contract-is-known-to-preload-page-and-desktop',
      severity: 'error',
      from: { path: '^main/', pathNot: [room('desktop')] },
      to: { path: '^preload/' },
    },
    {
      name: 'page-imports-contract-itself-model-texts-and-drawing',
      severity: 'error',
      from: { path: '^renderer/' },
      to: {
        path: '^(main|preload)/',
        pathNot: ['^preload/contract\\.ts$', '^main/core/(model|texts)/', '^main/core/report/drawing'],
      },
    },
    {
      name: 'doors-do-not-know-each-other',
      severity: 'error',
      from: { path: room('cli') },
      to: { path: room('desktop') },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
