import { PlainPreprocessor } from './plain-preprocessor';
import type { Preprocessor } from './preprocessor';
import { WasmPreprocessor } from './wasm-preprocessor';

/**
 * The fastest preprocessor that there is here. Both kinds give the same numbers, so nothing is lost
 * but time where the kernel cannot be had: without WebAssembly SIMD, or when its file is not there.
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
