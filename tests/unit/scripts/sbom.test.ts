import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { writeSbom } from '../../../scripts/build/write-sbom';
import { ROOT } from '../../../scripts/run-command';

interface Listed {
  readonly name: string;
  readonly version: string;
  readonly hashes?: readonly unknown[];
  readonly licenses?: readonly unknown[];
}

interface Sbom {
  readonly bomFormat: string;
  readonly metadata: { readonly component: { readonly name: string } };
  readonly components: readonly Listed[];
  readonly formulation: readonly { readonly components: readonly Listed[] }[];
}

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ktyper-sbom-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function installed(...names: readonly string[]) {
  return Promise.all(
    names.map(async (name) => {
      const text = await readFile(join(ROOT, 'node_modules', name, 'package.json'), 'utf8');
      const { version } = JSON.parse(text) as { version: string };
      return { name, version };
    }),
  );
}

it('lists what is in the app separately from what only built it, and gives the same each time', async () => {
  const inApp = await installed('svelte', 'onnxruntime-web', 'clsx');
  const count = await writeSbom(join(folder, 'one.json'), inApp);
  await writeSbom(join(folder, 'two.json'), inApp);
  const text = await readFile(join(folder, 'one.json'), 'utf8');
  expect(await readFile(join(folder, 'two.json'), 'utf8')).toBe(text);

  const sbom = JSON.parse(text) as Sbom;
  expect(sbom.bomFormat).toBe('CycloneDX');
  expect(sbom.metadata.component.name).toBe('ktyper');
  const others = sbom.formulation.flatMap(({ components }) => components);
  expect(count).toEqual({ app: 3, others: others.length });
  expect(sbom.components.map(({ name, version }) => ({ name, version }))).toEqual(
    inApp.toSorted((a, b) => (a.name < b.name ? -1 : 1)),
  );
  for (const { name, hashes, licenses } of sbom.components) {
    expect(hashes, name).toHaveLength(1);
    expect(licenses, name).not.toHaveLength(0);
  }
  const manifest = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8')) as {
    devDependencies: Record<string, string>;
  };
  for (const [name, version] of Object.entries(manifest.devDependencies)) {
    const isListed = [...sbom.components, ...others].some(
      (one) => one.name === name && one.version === version,
    );
    expect(isListed, name).toBe(true);
  }
  // The address of the registry that this computer uses must not be in it.
  expect(text).not.toMatch(/"url": "http/);
});

it('refuses a package of the app that the lock file does not contain', async () => {
  const writing = writeSbom(join(folder, 'none.json'), [{ name: 'svelte', version: '0.0.1' }]);
  await expect(writing).rejects.toThrow('svelte@0.0.1');
});
