import { problem, type Problem } from '../core/problem';
import { say } from '../words/say';

/**
 * The smallest module with a SIMD instruction: a function that returns i8x16.popcnt of a v128 of zeros. A
 * browser that cannot validate it cannot run the model.
 */
const simdModule = Uint8Array.of(
  ...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
  ...[1, 5, 1, 0x60, 0, 1, 0x7b],
  ...[3, 2, 1, 0],
  ...[10, 10, 1, 8, 0, 0x41, 0, 0xfd, 0x0f, 0xfd, 0x62, 0x0b],
);

/** Lists the abilities that the app needs and this browser lacks. */
export function missingAbilities(): readonly Problem[] {
  const missing: Problem[] = [];
  if (!isSecureContext) {
    missing.push(problem('not-secure', say('shell.notSecure'), say('shell.notSecureCure')));
  }
  if (typeof Worker === 'undefined') {
    missing.push(newerBrowser('no-workers', say('shell.noWorkers')));
  }
  if (typeof WebAssembly === 'undefined' || !WebAssembly.validate(simdModule)) {
    missing.push(newerBrowser('no-wasm-simd', say('shell.noSimd')));
  }
  if (typeof DecompressionStream === 'undefined') {
    missing.push(newerBrowser('no-decompression', say('shell.noDecompression')));
  }
  return missing;
}

function newerBrowser(kind: string, message: string): Problem {
  return problem(kind, message, say('shell.newerBrowser'));
}
