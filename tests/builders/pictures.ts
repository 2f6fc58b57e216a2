/** Makes the head of a PNG of a size, which no browser would show. */
export function pngOf(width: number, height: number): Uint8Array {
  const bytes = new Uint8Array(33);
  bytes.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]);
  const view = new DataView(bytes.buffer);
  view.setUint32(16, width);
  view.setUint32(20, height);
  return bytes;
}

/** Makes the head of a JPEG of a size, with a comment before its frame. */
export function jpegOf(width: number, height: number): Uint8Array {
  const bytes = [0xff, 0xd8, 0xff, 0xfe, 0, 4, 1, 2, 0xff, 0xc2, 0, 11, 8];
  bytes.push(height >> 8, height & 255, width >> 8, width & 255, 1, 1, 0x11, 0);
  return Uint8Array.from(bytes);
}
