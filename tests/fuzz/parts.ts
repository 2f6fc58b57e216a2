import { concat, pick } from './mutate/bytes';
import type { Bytes, Mutator } from './target';

/**
 * Several files as one input: each but the last has its length before it (32 bits, little-endian). Any bytes
 * are some files, since a length that is too large is cut to what there is.
 */
export function joinParts(parts: readonly Uint8Array[]): Bytes {
  return concat(
    parts.flatMap((part, i) => (i < parts.length - 1 ? [lengthOf(part), part] : [part])),
  );
}

export function splitParts(input: Bytes, count: number): Bytes[] {
  const view = new DataView(input.buffer, input.byteOffset, input.byteLength);
  const parts: Bytes[] = [];
  let at = 0;
  while (parts.length < count - 1) {
    const length = at + 4 <= input.length ? view.getUint32(at, true) : 0;
    at = Math.min(at + 4, input.length);
    parts.push(input.slice(at, at + length));
    at = Math.min(at + length, input.length);
  }
  return [...parts, input.slice(at)];
}

/** Changes one of several files by what is known of its format. */
export function partMutators(
  count: number,
  part: number,
  mutators: readonly Mutator[],
): readonly Mutator[] {
  return mutators.map((mutate): Mutator => (input, random, another) => {
    const parts = splitParts(input, count);
    const other = () => splitParts(another(), count)[part]!;
    return joinParts(parts.with(part, mutate(parts[part]!, random, other)));
  });
}

/** Applies one of the mutators each time. A list of mutators counts as one. */
export function oneOf(mutators: readonly Mutator[]): Mutator {
  return (input, random, another) => pick(random, mutators)(input, random, another);
}

function lengthOf(part: Uint8Array): Bytes {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, part.length, true);
  return bytes;
}
