import { defineConfig, globalIgnores } from 'eslint/config';
import { configs as lit } from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import { configs as wc } from 'eslint-plugin-wc';
import tseslint from 'typescript-eslint';
import { root } from '../.tools/project.mjs';

/**
 * The order of the members of a class: what others see comes before what is inside. Private behaviour is a method: it
 * stands once on the prototype and reads as what it is. An arrow function in a field is for what is handed over as a
 * callback and needs `this`.
 */
const MEMBERS = [
  ['public-static-field', 'protected-static-field', '#private-static-field'],
  ['public-static-method', 'protected-static-method', '#private-static-method'],
  ['public-instance-field', 'public-decorated-field', 'public-abstract-field'],
  'protected-field',
  'private-decorated-field',
  '#private-instance-field',
  'constructor',
  [
    'public-instance-method',
    'public-decorated-method',
    'public-abstract-method',
    'protected-instance-method',
    'protected-abstract-method',
    'public-get',
    'public-set',
    'protected-get',
    'protected-set',
  ],
  ['#private-instance-method', '#private-get', '#private-set'],
];

/** Built-ins that old libraries replace with something else, and what to write instead. */
const REPLACED = [
  ['Array', 'from', 'Prototype.js and MooTools ignore its second argument; spread instead'],
  ['Date', 'parse', 'Datejs and MooTools return a Date; use new Date(…).getTime()'],
  [
    'JSON',
    'stringify',
    'Prototype.js 1.6 writes texts and lists twice; use writeJson of src/json.ts',
  ],
].map(([object, property, message]) => ({ object, property, message }));

/** What Chromium 80 lacks. The script files run there, and nothing fills it in. */
const TOO_NEW = [
  'at',
  'checkVisibility',
  'findLast',
  'replaceAll',
  'replaceChildren',
  'toSorted',
].map((property) => ({
  property,
  message: 'Chromium 80 does not have it',
}));

const REPLACED_SYNTAX = [
  [
    'CallExpression[callee.property.name=/^reduce(Right)?$/]',
    'Prototype.js up to 1.6 returns the list itself; write a loop',
  ],
  [
    'CallExpression[callee.property.name="bind"][arguments.length>1]',
    'MooTools 1.4 ignores the arguments of the call; write an arrow function',
  ],
  ['NewExpression[callee.name="Event"]', 'MooTools replaces it; use new CustomEvent(…)'],
  ['ForInStatement', 'Old pages add members to every object and list; use for … of'],
].map(([selector, message]) => ({ selector, message }));

export default defineConfig(
  globalIgnores([
    '**/dist/',
    'coverage/',
    'storybook-static/',
    'stories/demo/old.js',
    // What the compilers of the applications write.
    'test/applications/server-rendered/*/{.*,build}/',
  ]),
  {
    files: ['**/*.{ts,mjs,js}'],
    extends: [tseslint.configs.recommended],
    rules: {
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      // An interface that only extends is how a map of events is added to the one of the platform.
      '@typescript-eslint/no-empty-object-type': [
        'error',
        { allowInterfaces: 'with-single-extends' },
      ],
      'no-restricted-globals': ['error', 'event', 'name'],
      eqeqeq: 'error',
    },
  },
  {
    files: ['src/**/*.ts'],
    // The frameworks are not installed here; the applications of the tests check these types.
    ignores: ['src/frameworks/*.d.ts'],
    extends: [
      tseslint.configs.strictTypeChecked,
      lit['flat/recommended'],
      wc['flat/recommended'],
      wc['flat/best-practice'],
    ],
    plugins: { 'lit-a11y': litA11y },
    languageOptions: { parserOptions: { project: './tsconfig.json', tsconfigRootDir: root } },
    settings: { wc: { elementBaseClasses: ['LitElement', 'CustomsElement', 'AgencyElement'] } },
    rules: {
      ...litA11y.configs.recommended.rules,
      // The data has been checked by the schema; what it promises is there.
      '@typescript-eslint/no-non-null-assertion': 'off',
      // Lit binds listeners and `msg` is an arrow function; the rule sees neither.
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      // `CustomsWidgets.define()` registers elements; a file that only holds a class never does.
      'wc/guard-define-call': 'off',
      'wc/no-exports-with-element': 'off',
      'wc/guard-super-call': 'off',
      // Safari takes a list without bullets for no list unless it says so.
      'lit-a11y/no-redundant-role': 'off',
      'no-restricted-properties': ['error', ...REPLACED, ...TOO_NEW],
      'no-restricted-syntax': ['error', ...REPLACED_SYNTAX],
      // A string is spread into code points where the browser knows no graphemes.
      '@typescript-eslint/no-misused-spread': 'off',
      'no-console': ['error', { allow: ['warn'] }],
      '@typescript-eslint/member-ordering': ['error', { default: { memberTypes: MEMBERS } }],
    },
  },
  {
    // Servers have the built-ins of their own.
    files: ['src/render/**/*.ts'],
    rules: { 'no-restricted-properties': 'off', 'no-restricted-syntax': 'off' },
  },
  {
    files: ['server/{,conformance/}src/**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: {
        project: ['./server/tsconfig.json', './server/conformance/tsconfig.json'],
        tsconfigRootDir: root,
      },
    },
    rules: {
      // Rows that a query has just found or made are there.
      '@typescript-eslint/no-non-null-assertion': 'off',
      // The query builder's functions need no `this`; the rule cannot know.
      '@typescript-eslint/unbound-method': 'off',
      // Digits are spread, which have no parts.
      '@typescript-eslint/no-misused-spread': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      'no-console': 'error',
      '@typescript-eslint/no-floating-promises': [
        'error',
        {
          allowForKnownSafeCalls: [
            { from: 'package', name: ['describe', 'it', 'before', 'after'], package: 'node:test' },
          ],
        },
      ],
    },
  },
  {
    files: ['test/**/*.ts'],
    rules: {
      '@typescript-eslint/no-explicit-any': 'off',
      // Chai's assertions are expressions.
      '@typescript-eslint/no-unused-expressions': 'off',
    },
  },
);
