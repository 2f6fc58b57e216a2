import { asRecord, type PickleValue } from '../value';

/**
 * Returns the length of bytes in a pickle. From protocol 3 on they have an instruction of their own; before
 * that, they are a text whose characters are the bytes, with the call that would convert it.
 */
export function byteLength(value: PickleValue): number | null {
  if (value instanceof Uint8Array) return value.length;
  return bytesAsText(value)?.length ?? null;
}

/** Returns the bytes themselves. Call it only after `byteLength` was found to fit. */
export function copyBytes(value: PickleValue): Uint8Array {
  if (value instanceof Uint8Array) return value;
  const text = bytesAsText(value) ?? '';
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
  return bytes;
}

function bytesAsText(value: PickleValue): string | null {
  if (typeof value === 'string') return value;
  const record = asRecord(value);
  if (record === null) return null;
  const [text, encoding] = record.args;
  if (record.of === 'builtins.bytes' && record.args.length === 0) return '';
  if (record.of !== '_codecs.encode' || typeof text !== 'string') return null;
  return encoding === 'latin1' ? text : null;
}
