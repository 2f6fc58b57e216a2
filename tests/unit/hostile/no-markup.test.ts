import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { listFiles } from '../../../scripts/files';

const ROOT = new URL('../../../', import.meta.url);

/** All ways in which a text could become markup or code on the page. */
const WAYS: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['{@html}', /\{@html\b/],
  ['innerHTML and outerHTML', /\b(?:inner|outer)HTML\b/],
  ['insertAdjacentHTML', /\binsertAdjacentHTML\b/],
  ['document.write', /\bdocument\s*\.\s*write/],
  ['a fragment from text', /\bcreateContextualFragment\b|\bsetHTML(?:Unsafe)?\b|\bDOMParser\b/],
  ['srcdoc', /\bsrcdoc\b/i],
  ['a handler as text', /\bsetAttribute\(\s*['"`]on/],
  ['eval', /\beval\s*\(|\bnew\s+Function\b/],
  ['a timer of text', /\bset(?:Timeout|Interval)\(\s*['"`]/],
  ['a script as an address', /javascript:/i],
];

async function sourcesOf(folder: string): Promise<string[]> {
  const files = await listFiles(fileURLToPath(new URL(folder, ROOT)));
  return files
    .map(({ path }) => `${folder}/${path}`)
    .filter((path) => /\.(?:svelte|ts|js|html)$/.test(path));
}

const sources = [
  'index.html',
  ...(await Promise.all(['src', 'workers', 'public'].map(sourcesOf))).flat(),
];
const texts = sources.map((path) => ({ path, text: readFileSync(new URL(path, ROOT), 'utf8') }));

describe('no source turns text into markup or code', () => {
  it.each(WAYS)('by %s', (_, pattern) => {
    expect(texts.filter(({ text }) => pattern.test(text)).map(({ path }) => path)).toEqual([]);
  });

  it('(and all sources are checked)', () => {
    expect(sources).toContain('src/components/results/SampleTableRow.svelte');
    expect(sources).toContain('workers/spectrum/model-graph.ts');
    expect(sources.length).toBeGreaterThan(200);
  });
});
