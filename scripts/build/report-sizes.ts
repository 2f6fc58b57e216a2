import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { listFiles, type FileOfFolder } from '../files';
import { say } from '../say';

/** Bytes as a server with brotli sends them. */
export interface SizeReport {
  /** What must be there before the start page can be used: the page and all that it names. */
  readonly shell: number;
  /** Workers, runtime, models, example run: fetched while a person looks for the run. */
  readonly background: number;
  readonly largest: readonly FileOfFolder[];
}

export async function measureSizes(outDir: string): Promise<SizeReport> {
  const files = await listFiles(outDir);
  const sizes = new Map(files.map(({ path, bytes }) => [path, bytes]));
  const page = await readFile(join(outDir, 'index.html'), 'utf8');
  // The page names the words of all languages, and a reader fetches those of one. English is counted.
  const named = [...page.matchAll(/(?:src|href|data-en)="[^"]*?([\w./-]+)"/g)].map(
    ([, path]) => path ?? '',
  );
  const inShell = (path: string): boolean =>
    path === 'index.html' || named.some((name) => name === path || name.endsWith(`/${path}`));

  const sent = files
    .filter(({ path }) => !/\.(?:br|gz|map|cdx\.json)$|^licences\.txt$/.test(path))
    .map(({ path, bytes }) => ({ path, bytes: sizes.get(`${path}.br`) ?? bytes }));
  return {
    shell: total(sent.filter(({ path }) => inShell(path))),
    background: total(sent.filter(({ path }) => !inShell(path))),
    largest: sent.toSorted((a, b) => b.bytes - a.bytes).slice(0, 5),
  };
}

export async function reportSizes(outDir: string): Promise<void> {
  const { shell, background, largest } = await measureSizes(outDir);
  say(`Sent to a first visitor, compressed: ${kilobytes(shell)} before the page can be used,`);
  say(`  ${kilobytes(background)} in the background. The largest files:`);
  for (const { path, bytes } of largest) say(`  ${kilobytes(bytes).padStart(9)}  ${path}`);
}

function total(files: readonly FileOfFolder[]): number {
  return files.reduce((sum, { bytes }) => sum + bytes, 0);
}

function kilobytes(bytes: number): string {
  return `${Math.ceil(bytes / 1000)} kB`;
}
