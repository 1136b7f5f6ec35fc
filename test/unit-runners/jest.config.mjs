/* Runs modules as they are: needs `node --experimental-vm-modules`. */
export default { testEnvironment: 'jsdom', testMatch: ['**/*.spec.mjs'], transform: {} };
