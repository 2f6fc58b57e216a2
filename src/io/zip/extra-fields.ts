/**
 * The first extra field with this id, without its head of four bytes; null when there is none.
 * A field that runs over the end ends the search: some writers pad with rubbish.
 */
export function extraField(extra: Uint8Array, id: number): DataView | null {
  if (extra.length === 0) return null;
  const view = new DataView(extra.buffer, extra.byteOffset, extra.byteLength);
  let at = 0;
  while (at + 4 <= view.byteLength) {
    const length = view.getUint16(at + 2, true);
    if (at + 4 + length > view.byteLength) return null;
    if (view.getUint16(at, true) === id) {
      return new DataView(extra.buffer, extra.byteOffset + at + 4, length);
    }
    at += 4 + length;
  }
  return null;
}

interface Sizes {
  readonly size: number;
  readonly compressedSize: number;
  readonly localHeader: number;
}

const ZIP64_ID = 0x0001;
const IN_ZIP64 = 0xffffffff;

/**
 * Replaces the 32-bit numbers that say "see Zip64" by those of the Zip64 extra field, where they
 * stand in this order, only those that are needed. One that is not there stays as it is.
 * Source: APPNOTE 6.3.10, 4.5.3.
 */
export function applyZip64(extra: Uint8Array, sizes: Sizes): Sizes {
  const field = extraField(extra, ZIP64_ID);
  if (field === null) return sizes;
  let at = 0;
  const replaced = (value: number): number => {
    if (value !== IN_ZIP64 || at + 8 > field.byteLength) return value;
    at += 8;
    return Number(field.getBigUint64(at - 8, true));
  };
  return {
    size: replaced(sizes.size),
    compressedSize: replaced(sizes.compressedSize),
    localHeader: replaced(sizes.localHeader),
  };
}
