import { readKernel } from '../../../scripts/build-kernel';
import type { KernelExports } from '../../../src/kernel/kernel-exports';
import { WasmPreprocessor } from '../../../src/kernel/wasm-preprocessor';

const module = new WebAssembly.Module(await readKernel());

export function kernelPreprocessor(): WasmPreprocessor {
  return new WasmPreprocessor(module);
}

/** The kernel's functions, with memory that a test lays out itself. */
export function kernelExports(): KernelExports {
  return new WebAssembly.Instance(module).exports as unknown as KernelExports;
}

/**
 * Returns the first index at which two vectors differ in any bit, or -1. Comparing 19,049 bins with `toEqual`
 * takes longer than computing them.
 */
export function firstDifference(actual: Float64Array, expected: Float64Array): number {
  if (actual.length !== expected.length) return Math.min(actual.length, expected.length);
  return actual.findIndex((value, i) => !Object.is(value, expected[i]));
}
