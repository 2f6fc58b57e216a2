import { PlainPreprocessor } from './plain-preprocessor';
import type { Preprocessor } from './preprocessor';
import { WasmPreprocessor } from './wasm-preprocessor';

/**
 * Opens the fastest available preprocessor. Both kinds compute the same numbers, so without the kernel (no
 * WebAssembly SIMD, or no file) only time is lost.
 *
 * @param readKernel reads the compiled kernel's bytes
 */
export async function openPreprocessor(
  readKernel: () => Promise<BufferSource>,
): Promise<Preprocessor> {
  try {
    return new WasmPreprocessor(await WebAssembly.compile(await readKernel()));
  } catch {
    return new PlainPreprocessor();
  }
}
