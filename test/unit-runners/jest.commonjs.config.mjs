/* Turns every module into CommonJS, those of packages too. */
const presets = [['@babel/preset-env', { targets: { node: 'current' } }]];

export default {
  testEnvironment: 'jsdom',
  testMatch: ['**/*.spec.mjs'],
  transform: { '\\.m?js$': ['babel-jest', { presets }] },
  transformIgnorePatterns: [],
};
