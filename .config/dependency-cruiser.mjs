/* Which file may import which. test/house/imports.test.mjs checks it, and shows that each rule can fail. */

/** Folders of src by their floors, from the bottom. A file may import from its own folder and from lower floors. */
export const FLOORS = {
  ground: {
    floor: 0,
    path: '^src/(answers|decode|elements|json|lazy-module|library-file|library-origin|loader|request|version|warnings)\\.ts$',
  },
  agency: { floor: 1, path: '^src/agency/' },
  comments: { floor: 1, path: '^src/comments/' },
  base: { floor: 2, path: '^src/base/' },
  elements: { floor: 3, path: '^src/elements/[^/]+/' },
  // The build makes lists of what the rooms of the elements have.
  lists: { floor: 4, path: '^src/elements/all[^/]*\\.ts$' },
  render: { floor: 5, path: '^src/render/' },
  // The script file for everything offers what the package exports.
  page: { floor: 5, path: '^src/page/', mayImport: ['^src/library\\.ts$'] },
  top: { floor: 6, path: '^src/(index\\.ts$|library\\.ts$|define\\.ts$|frameworks/)' },
};

/** Rooms of src/base from the bottom. A file may import from its own room and from those before it. */
export const BASE_ROOMS = ['language', 'styles', 'reader', 'templates', 'take-over', 'element'];

const floors = Object.entries(FLOORS);

const floorRules = floors
  .filter(([name]) => name !== 'top')
  .map(([name, { floor, path, mayImport = [] }]) => {
    const lower = floors.filter(([, other]) => other.floor < floor).map(([, other]) => other.path);
    return {
      name: `${name}-imports-lower-floors`,
      from: { path },
      to: { path: '^src/', pathNot: [path, ...lower, ...mayImport] },
    };
  });

const roomRules = BASE_ROOMS.slice(0, -1).map((room, index) => ({
  name: `base-${room}-imports-lower-rooms`,
  from: { path: `^src/base/${room}/` },
  to: { path: `^src/base/(${BASE_ROOMS.slice(index + 1).join('|')})/` },
}));

const rules = [
  ...floorRules,
  ...roomRules,
  {
    name: 'no-element-imports-another',
    from: { path: '^src/elements/([^/]+)/', pathNot: '/define\\.ts$' },
    to: { path: '^src/elements/[^/]+/', pathNot: '^src/elements/$1/' },
  },
  {
    name: 'definitions-import-definitions',
    comment: 'An element that draws others by their tags is registered together with them.',
    from: { path: '^src/elements/([^/]+)/define\\.ts$' },
    to: { path: '^src/elements/[^/]+/', pathNot: ['^src/elements/$1/', '/define\\.ts$'] },
  },
  {
    name: 'only-rendering-imports-plain-html',
    comment: 'No page loads it.',
    from: { path: '^src/', pathNot: ['^src/render/', '^src/elements/all-plain\\.ts$'] },
    to: { path: '^src/elements/([^/]+/plain|all-plain)\\.ts$' },
  },
  {
    name: 'no-lit-below-base',
    from: { path: [FLOORS.ground, FLOORS.agency, FLOORS.comments].map(({ path }) => path) },
    to: { path: '(^|node_modules/)(lit(-html|-element)?|@lit(-labs)?)(/|$)' },
  },
  {
    name: 'widgets-import-widgets',
    from: { path: '^src/' },
    to: { dependencyTypes: ['local'], pathNot: '^src/.+\\.ts$' },
  },
  {
    name: 'service-imports-service',
    from: { path: '^server/(conformance/)?src/' },
    to: { dependencyTypes: ['local'], pathNot: '^server/(conformance/)?src/.+\\.ts$' },
  },
  {
    name: 'contract-imports-nobody',
    from: { path: '^server/src/contract/' },
    to: { path: '^server/', pathNot: '^server/src/contract/' },
  },
  {
    name: 'no-requests-below-http',
    from: { path: '^server/src/', pathNot: '^server/src/(http/|service\\.ts$)' },
    to: { path: ['(^|node_modules/)@?fastify', '^server/src/http/'] },
  },
  {
    name: 'storage-knows-no-problems',
    comment: 'It returns results; what they mean to a client is known above.',
    from: { path: '^server/src/storage/' },
    to: { path: '^server/src/contract/(service-problem|problems)\\.ts$' },
  },
  {
    name: 'conformance-imports-the-contract-only',
    comment: 'The suite tests any service from outside.',
    from: { path: '^server/conformance/src/' },
    to: { path: '^server/', pathNot: '^server/(conformance/src|src/contract)/' },
  },
  {
    name: 'nobody-imports-tools',
    from: { path: '^(src|stories|server)/' },
    to: { path: '^\\.tools/' },
  },
  {
    name: 'stories-import-no-tests',
    from: { path: '^stories/' },
    to: { path: '^test/' },
  },
  {
    name: 'product-imports-no-stories',
    from: { path: '^(src|server)/' },
    to: { path: '^stories/' },
  },
  { name: 'no-circles', from: {}, to: { circular: true } },
  {
    name: 'every-file-is-there',
    // The build makes the list of elements that the types of frameworks import.
    from: { pathNot: '^src/frameworks/' },
    to: { couldNotResolve: true, path: '^\\.' },
  },
];

export default {
  forbidden: rules.map((rule) => ({ severity: 'error', ...rule })),
  options: {
    // Imports of types alone count too.
    tsPreCompilationDeps: true,
    skipAnalysisNotInRules: true,
    doNotFollow: { path: ['(^|/)node_modules/', '^test/', '^\\.tools/'] },
    exclude: { path: '(^|/)dist/' },
  },
};
