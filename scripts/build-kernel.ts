import { existsSync } from 'node:fs';
import { readFile, readdir, rename, stat } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Compiles `src/kernel/assembly` (AssemblyScript) to `src/kernel/kernel.wasm`. Every reader of the kernel
 * calls this first. It takes two seconds if a source is newer than the kernel, and no time otherwise.
 */

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const SOURCES = join(ROOT, 'src/kernel/assembly');
const KERNEL = join(ROOT, 'src/kernel/kernel.wasm');

/** The kernel has no memory manager and no checks, since its caller provides all addresses. */
const OPTIONS = ['-O3', '--runtime', 'stub', '--noAssert', '--enable', 'simd'];

/**
 * @returns path of the compiled kernel
 * @throws Error with the compiler's messages
 */
export async function ensureKernel(): Promise<string> {
  // The package has the compiled kernel alone.
  if (!existsSync(SOURCES)) return KERNEL;
  const sources = (await readdir(SOURCES))
    .filter((name) => name.endsWith('.ts'))
    .sort()
    .map((name) => join(SOURCES, name));
  const compiled = await changedAt(KERNEL);
  const changed = await Promise.all([...sources, fileURLToPath(import.meta.url)].map(changedAt));
  if (compiled <= Math.max(...changed)) await compile(sources);
  return KERNEL;
}

/** Reads the compiled kernel, for Node: `openPreprocessor(readKernel)`. */
export async function readKernel(): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await readFile(await ensureKernel()));
}

/** @returns 0 for a file that does not exist */
async function changedAt(path: string): Promise<number> {
  try {
    return (await stat(path)).mtimeMs;
  } catch {
    return 0;
  }
}

async function compile(sources: readonly string[]): Promise<void> {
  // The import is here, since loading the compiler takes longer than everything else.
  const { createMemoryStream, main } = await import('assemblyscript/asc');
  // The file is moved once it is complete, since other processes may read the kernel or compile it too.
  const file = join(dirname(KERNEL), `.kernel-${process.pid}.wasm`);
  const fromRoot = (path: string) => relative(ROOT, path).replaceAll('\\', '/');
  const stderr = createMemoryStream();
  const { error } = await main(
    [...sources.map(fromRoot), ...OPTIONS, '--baseDir', ROOT, '--outFile', fromRoot(file)],
    { stderr },
  );
  if (error !== null) throw new Error(`The kernel does not compile.\n${stderr.toString()}`);
  await rename(file, KERNEL);
}
