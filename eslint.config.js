import eslint from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import tseslint from 'typescript-eslint';
import { layers } from './scripts/eslint/layers.js';
import { noSentences } from './scripts/eslint/sentences.js';
import svelteConfig from './svelte.config.js';

const PURE = 'src/core is pure: take it as an argument.';

export default tseslint.config(
  {
    ignores: [
      'src/kernel/assembly/',
      'dist/',
      '.commands/',
      'package/',
      'node_modules/',
      'public/',
      'test-results/',
      'playwright-report/',
      'out/',
      'screens/',
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  eslint.configs.recommended,
  ...tseslint.configs.recommendedTypeChecked,
  ...svelte.configs['flat/recommended'],
  {
    plugins: { house: { rules: { layers, 'no-sentences': noSentences } } },
    languageOptions: {
      parserOptions: {
        tsconfigRootDir: import.meta.dirname,
        project: [
          'src/core/tsconfig.json',
          'src/sw/tsconfig.json',
          'workers/tsconfig.json',
          'tsconfig.json',
          'tsconfig.node.json',
        ],
      },
    },
    rules: {
      'house/layers': 'error',
      eqeqeq: 'error',
      'no-implicit-coercion': 'error',
      'object-shorthand': 'error',
      'prefer-template': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      // A literal type inside a union with a string is there for its documentation.
      '@typescript-eslint/no-redundant-type-constituents': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
    },
  },
  {
    files: ['src/**', 'workers/**'],
    rules: {
      'no-console': 'error',
      'no-restricted-syntax': [
        'error',
        {
          selector: 'ExportAllDeclaration, ExportNamedDeclaration[source]',
          message: 'No barrels: import from the file that has it.',
        },
      ],
    },
  },
  {
    files: [
      'src/{components,routes,state,core,io,engine,storage}/**',
      'workers/**',
      'src/App.svelte',
    ],
    ignores: [
      // Exports are in English in every language, and so is what a model's own files say.
      'src/io/exports/**',
      'src/core/marker-model/{import-markers,unresolved}.ts',
      'src/core/model-import/{draft-pack,find-probabilities,import-onnx,pack-head,problems}.ts',
      // Labels by which calls are stored and counted; call-label.ts has the sentences that are shown for them.
      'src/core/classify/{call-label,call-species,guard-verdict,tiers}.ts',
      'src/engine/sample-rows.ts',
      // Names of operations of a model's graph.
      'src/core/sklearn/{build-graph,expression,read-calibrated,read-linear,read-svc}.ts',
      // Names of stores and of what cannot be read from them.
      'src/storage/{migrations,stored-job,watch-lists}.ts',
    ],
    rules: { 'house/no-sentences': 'error' },
  },
  {
    // These write numbers as English does, for exports and for what is told; a page writes them by src/state/format.ts.
    files: ['src/{components,routes,state}/**'],
    ignores: [
      'src/state/{format,format-measure}.ts',
      // They tell sentences.
      'src/state/jobs/{input-identity,kept-words}.ts',
      'src/state/check/facts.ts',
    ],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              group: ['**/core/text', '**/core/classify/shown-mz', '**/core/quality/explain'],
              importNames: [
                'formatBytes',
                'formatPercent',
                'formatThreshold',
                'groupDigits',
                'listWords',
                'showMz',
                'showValue',
              ],
              message: 'Write it by src/state/format.ts, in the reader’s language.',
            },
          ],
        },
      ],
    },
  },
  {
    files: ['src/core/**'],
    rules: {
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: PURE },
        { object: 'Math', property: 'random', message: PURE },
      ],
    },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: {
      globals: globals.browser,
      parserOptions: { parser: tseslint.parser, extraFileExtensions: ['.svelte'], svelteConfig },
    },
    rules: {
      // State is replaced, not changed ($state.raw); a plain Map or URL inside is no part of it.
      'svelte/prefer-svelte-reactivity': 'off',
    },
  },
  {
    // Types inside a component's markup are svelte-check's part.
    files: ['**/*.svelte', '**/*.js'],
    extends: [tseslint.configs.disableTypeChecked],
    languageOptions: { globals: globals.node },
  },
  {
    files: ['tests/**'],
    rules: {
      // Playwright's fixtures ask for an empty pattern where a fixture needs no other.
      'no-empty-pattern': 'off',
    },
  },
  {
    files: ['tests/e2e/**'],
    ignores: ['tests/e2e/pages.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: 'CallExpression[callee.object.name="page"][callee.property.name="reload"]',
          message: 'Use reload(page) of pages.ts: what the page shows may not be stored yet.',
        },
      ],
    },
  },
);
