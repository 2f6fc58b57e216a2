import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { writeSbom } from '../../../scripts/build/write-sbom';
import { ROOT } from '../../../scripts/run-command';

interface Listed {
  readonly name: string;
  readonly version: string;
  readonly hashes?: readonly unknown[];
  readonly licenses?: readonly unknown[];
  readonly properties?: readonly { readonly name: string }[];
}

it('the bill of materials lists what is installed, and twice the same', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'ktyper-sbom-'));
  try {
    const count = await writeSbom(join(folder, 'one.json'));
    await writeSbom(join(folder, 'two.json'));
    const text = await readFile(join(folder, 'one.json'), 'utf8');
    expect(await readFile(join(folder, 'two.json'), 'utf8')).toBe(text);

    const sbom = JSON.parse(text) as {
      bomFormat: string;
      metadata: { component: { name: string } };
      components: Listed[];
    };
    expect(sbom.bomFormat).toBe('CycloneDX');
    expect(sbom.metadata.component.name).toBe('ktyper');
    expect(sbom.components).toHaveLength(count);

    const manifest = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8')) as {
      dependencies: Record<string, string>;
      devDependencies: Record<string, string>;
    };
    const find = (name: string) => sbom.components.find((component) => component.name === name);
    const isForDevelopment = ({ properties = [] }: Listed) =>
      properties.some(({ name }) => name === 'cdx:npm:package:development');
    for (const [name, version] of Object.entries(manifest.dependencies)) {
      const listed = find(name);
      expect(listed, name).toMatchObject({ version });
      expect(isForDevelopment(listed!), name).toBe(false);
      expect(listed!.hashes, name).toHaveLength(1);
      expect(listed!.licenses, name).not.toHaveLength(0);
    }
    for (const [name, version] of Object.entries(manifest.devDependencies)) {
      const isListed = sbom.components.some((one) => one.name === name && one.version === version);
      expect(isListed, name).toBe(true);
    }
    for (const name of ['vite', 'vitest', 'eslint', 'assemblyscript']) {
      expect(isForDevelopment(find(name)!), name).toBe(true);
    }
    // No address of the registry that this computer happens to use.
    expect(text).not.toMatch(/"url": "http/);
  } finally {
    await rm(folder, { recursive: true });
  }
});
