/** Of ECMAScript 2024; not in every browser that has all else. */
interface Transferable2024 {
  transfer?(byteLength: number): ArrayBuffer;
}

/**
 * Gives a buffer's memory back at once, where the platform can, and leaves it empty. The collector would
 * come for it too, but only once much has gathered: a gigabyte that passes by is tens of megabytes of it.
 *
 * Only for buffers that this program made itself. Of one that the browser made (a Blob's bytes, a
 * stream's chunk) the browser keeps hold, and the collector, told that it is gone, does not come for
 * it: that makes of a large run's garbage more, and not less.
 */
export function freeBuffer(buffer: ArrayBuffer): void {
  (buffer as Transferable2024).transfer?.(0);
}
