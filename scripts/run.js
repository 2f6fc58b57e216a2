// `npm run classify`, `preprocess`, `cohort`, `merge` and `report`: starts a command of this folder as one file of plain
// JavaScript. To translate TypeScript module by module at each start takes longer than to classify half a
// plate. So the commands are bundled once, and again when one of their sources has changed.
import { mkdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
// The folder is beside `scripts` and not within, so that paths relative to a source stay correct.
const FOLDER = join(ROOT, '.commands');
const SOURCES = join(FOLDER, 'sources.json');
const ENTRIES = {
  classify: 'scripts/classify.ts',
  preprocess: 'scripts/preprocess.ts',
  cohort: 'scripts/cohort.ts',
  merge: 'scripts/merge.ts',
  report: 'scripts/report.ts',
  'start-thread': 'scripts/headless/spectrum-thread.ts',
};

const [node = '', , command = '', ...args] = process.argv;
const COMMANDS = ['classify', 'preprocess', 'cohort', 'merge', 'report'];
if (!COMMANDS.includes(command)) {
  console.error(`Usage: node scripts/run.js ${COMMANDS.join('|')} [options]`);
  process.exit(2);
}
if (!(await isFresh())) await bundle();
const file = join(FOLDER, `${command}.js`);
process.argv = [node, file, ...args];
await import(pathToFileURL(file).href);

async function isFresh() {
  try {
    /** @type {[string, number][]} */
    const sources = Object.entries(JSON.parse(await readFile(SOURCES, 'utf8')));
    const same = sources.map(async ([path, time]) => (await changedAt(join(ROOT, path))) === time);
    return (await Promise.all(same)).every(Boolean);
  } catch {
    return false;
  }
}

/** @param {string} path */
async function changedAt(path) {
  return (await stat(path)).mtimeMs;
}

async function bundle() {
  const { build } = await import('vite');
  const input = Object.fromEntries(
    Object.entries(ENTRIES).map(([name, path]) => [name, join(ROOT, path)]),
  );
  const built = await build({
    configFile: false,
    root: ROOT,
    logLevel: 'warn',
    publicDir: false,
    build: {
      ssr: true,
      target: 'node20',
      write: false,
      rolldownOptions: {
        input,
        output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  });
  if (!('output' in built)) throw new Error('The commands were not bundled.');
  await mkdir(FOLDER, { recursive: true });
  const paths = new Set([fileURLToPath(import.meta.url), join(ROOT, 'package-lock.json')]);
  for (const chunk of built.output) {
    if (chunk.type !== 'chunk') continue;
    await put(join(FOLDER, chunk.fileName), chunk.code);
    for (const id of chunk.moduleIds) if (id.startsWith(ROOT)) paths.add(id);
  }
  const sources = await Promise.all(
    [...paths].map(async (path) => [relative(ROOT, path), await changedAt(path)]),
  );
  await put(SOURCES, JSON.stringify(Object.fromEntries(sources)));
}

/**
 * Writes a file under another name first and then moves it, since another command may be reading it or
 * writing the same.
 *
 * @param {string} path
 * @param {string} text
 */
async function put(path, text) {
  const whole = join(dirname(path), `.${process.pid}.tmp`);
  await writeFile(whole, text);
  await rename(whole, path);
}
