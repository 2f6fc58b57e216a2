import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Writes a page that has the pictures of all folders side by side, by their names. */
export async function writeContactSheet(folder: string): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true });
  const sets = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  const pictures = await Promise.all(
    sets.map(async (set) => new Set(await readdir(join(folder, set)))),
  );
  const names = [...new Set(pictures.flatMap((set) => [...set]))].sort();
  const rows = names.map((name) => {
    const cells = sets.map((set, i) =>
      pictures[i]?.has(name) === true
        ? `<td><img src="${set}/${name}" alt="" loading="lazy">`
        : '<td>',
    );
    return `<tr><th colspan="${sets.length}" id="${name}">${name}<tr>${cells.join('')}`;
  });
  const heads = sets.map((set) => `<th>${set}`).join('');
  await writeFile(
    join(folder, 'index.html'),
    `<!doctype html><meta charset="utf-8"><title>Screens of ktyper</title>
<style>body{font:14px system-ui}th{text-align:left}td{vertical-align:top}img{max-width:100%;border:1px solid #888}</style>
<table><tr>${heads}${rows.join('\n')}</table>
`,
  );
}
