import { describe, expect, it } from 'vitest';
import { readKernel } from '../../../scripts/build-kernel';
import { SPECTRACL_1 } from '../../../src/core/preprocess/recipe';
import { openPreprocessor } from '../../../src/kernel/open-preprocessor';

const spectrum = {
  mz: Float64Array.from({ length: 300 }, (_, i) => 1950 + i),
  intensity: Float64Array.from({ length: 300 }, (_, i) => (i * 7919) % 1009),
};
const bins = { first: 1950, width: 1, count: 300 };

describe('opening a preprocessor', () => {
  it('uses the kernel if there is one', async () => {
    expect((await openPreprocessor(readKernel)).kind).toBe('wasm-simd');
  });

  it.each([
    ['no file', () => Promise.reject(new TypeError('fetch failed'))],
    ['a page in its place', () => Promise.resolve(new TextEncoder().encode('<!doctype html>'))],
    ['half a file', async () => (await readKernel()).subarray(0, 900)],
  ])('falls back to the plain steps with %s', async (_, read: () => Promise<BufferSource>) => {
    const plain = await openPreprocessor(read);
    expect(plain.kind).toBe('typescript');
    const kernel = await openPreprocessor(readKernel);
    expect(plain.run(SPECTRACL_1, spectrum, bins)).toEqual(kernel.run(SPECTRACL_1, spectrum, bins));
  });
});
