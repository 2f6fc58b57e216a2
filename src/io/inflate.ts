type Bytes = Uint8Array<ArrayBuffer>;

/** Gives an array of exactly so many bytes, which is the caller's until it says otherwise. */
export type ByteRoom = (size: number) => Bytes;

/**
 * Inflates raw deflate data of a known size. Stops as soon as there is more than `size`. Input is not
 * changed.
 *
 * @param room gives the array for the result; whatever is in it is overwritten
 * @returns exactly `size` bytes; `damaged` when the data are no deflate data, break off, go on behind
 *   their end or inflate to another size
 */
export type Inflate = (
  compressed: Bytes,
  size: number,
  room: ByteRoom,
) => Bytes | 'damaged' | Promise<Bytes | 'damaged'>;

export const newRoom: ByteRoom = (size) => new Uint8Array(size);
