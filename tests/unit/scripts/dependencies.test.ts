import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const root = new URL('../../../', import.meta.url);
const manifest = JSON.parse(readFileSync(new URL('package.json', root), 'utf8')) as {
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
};
const packages = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies });

describe('every dependency', () => {
  it('is named with its reason in docs/dependencies.md', () => {
    const text = readFileSync(new URL('docs/dependencies.md', root), 'utf8');
    // In `workbox-core`, `-precaching`, the second means workbox-precaching.
    const missing = packages
      .map(([name]) => name)
      .filter((name) => !text.includes(`\`${name}\``))
      .filter((name) => !text.includes(`\`${name.replace(/^workbox/, '')}\``));
    expect(missing).toEqual([]);
  });

  it('is pinned to exact versions', () => {
    expect(packages.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
  });

  it('is locked by content, without the address of a registry', () => {
    const lock = JSON.parse(readFileSync(new URL('package-lock.json', root), 'utf8')) as {
      packages: Record<string, { integrity?: string; resolved?: string }>;
    };
    const installed = Object.entries(lock.packages).filter(([path]) => path !== '');
    expect(installed.length).toBeGreaterThan(packages.length);
    expect(installed.filter(([, { integrity }]) => integrity === undefined)).toEqual([]);
    expect(installed.filter(([, { resolved }]) => resolved !== undefined)).toEqual([]);
  });
});
