import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  LicenceCollector,
  licencesText,
  sourceAddress,
  type Licence,
} from '../../../scripts/vite/licences';

const MIT: Licence = { name: 'a', version: '1.0.0', licence: 'MIT', text: 'Copyright (c) A' };

describe('licencesText', () => {
  const app = { name: 'ktyper', version: '1.0.0', licence: 'GPL-3.0-or-later', text: 'The GPL' };

  it('has the source, the app’s licence, and the text of every licence', () => {
    const source = 'https://example.org/ktyper';
    const text = licencesText({ app: { ...app, source }, packages: [MIT] });
    expect(text).toContain(`Its source: ${source}`);
    expect(text).toContain('ktyper 1.0.0 (GPL-3.0-or-later)\n\nThe GPL\n');
    expect(text).toContain('a 1.0.0 (MIT)\n\nCopyright (c) A\n');
  });

  it('says who has the source if the build was not told', () => {
    const text = licencesText({ app: { ...app, source: null }, packages: [] });
    expect(text).toContain('Whoever runs this copy gives its source');
  });
});

describe('sourceAddress', () => {
  it('accepts a web address, or nothing', () => {
    expect(sourceAddress('https://example.org/x')).toBe('https://example.org/x');
    expect(sourceAddress(undefined)).toBeNull();
    expect(sourceAddress('')).toBeNull();
  });

  it.each(['example.org', 'javascript:alert(1)', 'git@example.org:x', 'https://'])(
    'refuses %s',
    (typed) => {
      expect(() => sourceAddress(typed)).toThrow('KTYPER_SOURCE');
    },
  );
});

describe('LicenceCollector', () => {
  let root = '';
  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'ktyper-licences-'));
    await writeFile(join(root, 'package.json'), '{"name":"own","version":"1.0.0","private":true}');
  });
  afterEach(() => rm(root, { recursive: true }));

  async function addPackage(name: string, licence: string, files: Record<string, string>) {
    const folder = join(root, 'node_modules', name);
    await mkdir(folder, { recursive: true });
    const manifest = { name, version: '1.2.3', license: licence, type: 'module', main: 'i.js' };
    await writeFile(join(folder, 'package.json'), JSON.stringify(manifest));
    await writeFile(join(folder, 'i.js'), `export const used = "${name}"; console.log(used);`);
    for (const [file, text] of Object.entries(files)) await writeFile(join(folder, file), text);
  }

  async function collect(source: string): Promise<readonly Licence[]> {
    await writeFile(join(root, 'main.js'), source);
    const collector = new LicenceCollector(root);
    await build({
      configFile: false,
      root,
      logLevel: 'silent',
      plugins: [collector.plugin()],
      build: { write: false, rolldownOptions: { input: join(root, 'main.js') } },
    });
    return collector.all();
  }

  it('has the text and the notices of what is bundled, and of nothing else', async () => {
    await addPackage('b', 'Apache-2.0', { LICENSE: 'The licence\r\n', NOTICE: 'Copyright B' });
    await addPackage('a', 'MIT', { 'license.md': 'Copyright A' });
    await addPackage('unused', 'MIT', { LICENSE: 'x' });
    expect(await collect('import "b"; import "a";')).toEqual([
      { name: 'a', version: '1.2.3', licence: 'MIT', text: 'Copyright A' },
      { name: 'b', version: '1.2.3', licence: 'Apache-2.0', text: 'The licence\n\nCopyright B' },
    ]);
  });

  it('takes a missing text from the project, and otherwise ends the build', async () => {
    await addPackage('bare', 'MIT', {});
    await expect(collect('import "bare";')).rejects.toThrow('bare comes without the text');
    await mkdir(join(root, 'licences'));
    await writeFile(join(root, 'licences/bare.txt'), 'Copyright Bare\n');
    expect((await collect('import "bare";'))[0]?.text).toBe('Copyright Bare');
  });

  it.each(['GPL-2.0-only', 'UNLICENSED', 'SEE LICENSE IN x'])(
    'ends the build for %s',
    async (licence) => {
      await addPackage('other', licence, { LICENSE: 'x' });
      await expect(collect('import "other";')).rejects.toThrow('other');
    },
  );
});
