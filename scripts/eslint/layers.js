import { dirname, join, relative, sep } from 'node:path';

/**
 * Who may know whom. A folder may import from itself, from the folders listed, and types alone
 * from those under `types`. `packages` lists the packages that a folder may use; all when absent;
 * `data` names files outside the app that are numbers and no code.
 * docs/architecture.md says why.
 *
 * @type {Record<string, { may: readonly string[], types?: readonly string[], packages?: readonly string[], data?: readonly string[] }>}
 */
export const LAYERS = {
  // What is told as a value, without its words: docs/words.md.
  'src/words/told': { may: [], types: ['src/words'], packages: [] },
  'src/core': { may: ['src/words/told'], packages: ['ml-hclust', 'pbf', 'sax', 'valibot'] },
  // The marker score without a graph is a reference for tests and scripts, and not part of the app.
  'src/core/marker-model/plain': { may: ['src/core'], packages: [] },
  'src/simulate': { may: ['src/core'], packages: [] },
  'src/io': { may: ['src/core', 'src/words/told'] },
  // Exports are in English, whatever the page speaks.
  'src/io/exports': { may: ['src/core', 'src/io', 'src/words', 'src/words/told'] },
  // A job file has what the storage has, in its shapes.
  'src/io/job-file': {
    may: ['src/core', 'src/io', 'src/io/exports', 'src/storage', 'src/words/told'],
  },
  'src/kernel': { may: ['src/core'], packages: [] },
  'src/storage': { may: ['src/core', 'src/words/told'] },
  workers: {
    may: ['src/core', 'src/io', 'src/kernel', 'src/words/told', 'workers: both sides'],
    data: ['models/ribosomal-klebsiella/parameters.json'],
  },
  // The thread that reads the database for the page.
  'workers/evidence': { may: ['src/core', 'src/storage', 'workers: both sides'] },
  'workers: both sides': { may: ['src/core', 'src/io', 'src/words/told'] },
  'workers: page': { may: ['src/core', 'src/io', 'src/words/told', 'workers: both sides'] },
  'src/engine': {
    may: ['src/core', 'src/io', 'src/storage', 'src/words/told', 'workers: page'],
    types: ['workers: both sides'],
  },
  // The page's sentences: docs/words.md.
  'src/words': { may: ['src/words/told'], packages: ['@lingui/core', 'virtual:catalogues'] },
  'src/state': {
    may: [
      'src/core',
      'src/io',
      'src/io/exports',
      'src/io/job-file',
      'src/storage',
      'src/engine',
      'src/words',
      'src/words/told',
      'workers: page',
    ],
    types: ['src/sw', 'workers: both sides'],
  },
  'src/components': { may: ['src/core', 'src/state', 'src/words', 'src/words/told'] },
  'src/routes': { may: ['src/core', 'src/state', 'src/words', 'src/words/told', 'src/components'] },
  'src/sw': { may: ['src/core'] },
  // The files main.ts and App.svelte.
  src: { may: ['src/core', 'src/state', 'src/words', 'src/components', 'src/routes'] },
};

/**
 * The wall of the threads runs through `workers/`: what these files hold runs on the page's side, or is
 * code that both sides share; all else runs on the thread itself.
 *
 * @type {readonly (readonly [RegExp, string])[]}
 */
const SIDES = [
  [/^workers\/(?:transport\/.*|[^/]+\/(?:api|[a-z-]+-codec)(?:\.ts)?)$/, 'workers: both sides'],
  [/^workers\/(?:[^/]+|[^/]+\/client|[^/]+\/page\/.*)(?:\.ts)?$/, 'workers: page'],
];

const FOLDERS = Object.keys(LAYERS).sort((a, b) => b.length - a.length);

/**
 * The layer that a path of the project is in, or null for scripts, tests and the like.
 *
 * @param {string} path relative to the project, with `/`
 * @returns {string | null}
 */
export function layerOf(path) {
  const side = SIDES.find(([pattern]) => pattern.test(path));
  if (side !== undefined) return side[1];
  return FOLDERS.find((folder) => path.startsWith(`${folder}/`)) ?? null;
}

/**
 * Why an import is not allowed, or null when it is.
 *
 * @param {string} from path of the importing file, relative to the project
 * @param {string} source what it imports, as written
 * @param {boolean} typeOnly
 * @returns {string | null}
 */
export function refuse(from, source, typeOnly) {
  const layer = layerOf(from);
  if (layer === null) return null;
  const { may, types = [], packages, data = [] } = LAYERS[layer] ?? { may: [] };

  if (!source.startsWith('.')) {
    const name = source.split('/', source.startsWith('@') ? 2 : 1).join('/');
    if (packages === undefined || packages.includes(name)) return null;
    const allowed = packages.length === 0 ? 'no package' : `only ${packages.join(', ')}`;
    return `${layer} may use ${allowed}, not ${name}.`;
  }

  const target = join(dirname(from), source).split(sep).join('/');
  if (data.includes(target)) return null;
  const other = layerOf(target);
  if (other === null) return `${layer} may not import ${target}, which is no part of the app.`;
  if (other === layer || may.includes(other)) return null;
  if (types.includes(other)) {
    return typeOnly ? null : `${layer} may import only types from ${other}: write "import type".`;
  }
  return `${layer} may not import from ${other}.`;
}

/** @type {import('eslint').Rule.RuleModule} */
export const layers = {
  meta: {
    type: 'problem',
    docs: { description: 'Keep imports between the folders of the app in one direction.' },
    schema: [],
  },
  create(context) {
    const from = relative(context.cwd, context.filename).split(sep).join('/');
    /**
     * @param {import('estree').Node} node
     * @param {unknown} source
     * @param {boolean} typeOnly
     */
    function check(node, source, typeOnly) {
      const reason = typeof source === 'string' ? refuse(from, source, typeOnly) : null;
      if (reason !== null) context.report({ node, message: reason });
    }
    return {
      ImportDeclaration(node) {
        check(node, node.source.value, 'importKind' in node && node.importKind === 'type');
      },
      ExportNamedDeclaration(node) {
        check(node, node.source?.value, 'exportKind' in node && node.exportKind === 'type');
      },
      ExportAllDeclaration(node) {
        check(node, node.source.value, 'exportKind' in node && node.exportKind === 'type');
      },
      ImportExpression(node) {
        check(node, node.source.type === 'Literal' ? node.source.value : null, false);
      },
    };
  },
};
