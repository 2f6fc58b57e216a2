import { expect } from 'vitest';

// A spectrum has tens of thousands of numbers, and `toEqual` takes a second for half a million. Where all
// bytes are the same it need not look at each of them; where they are not, it does, and says which.
expect.addEqualityTesters([
  (a: unknown, b: unknown) =>
    ArrayBuffer.isView(a) && ArrayBuffer.isView(b) && haveSameBytes(a, b) ? true : undefined,
]);

function haveSameBytes(a: ArrayBufferView, b: ArrayBufferView): boolean {
  return a.constructor === b.constructor && Buffer.compare(bytesOf(a), bytesOf(b)) === 0;
}

function bytesOf({ buffer, byteOffset, byteLength }: ArrayBufferView): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}
