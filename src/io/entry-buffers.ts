import type { EntryData } from './entry';

/** The buffers that entries hold: to be handed to another thread, not copied, as they are read once. */
export function buffersOfEntries(data: Iterable<EntryData | null>): ArrayBuffer[] {
  const buffers: ArrayBuffer[] = [];
  for (const entry of data) if (entry?.kind === 'bytes') buffers.push(entry.bytes.buffer);
  return buffers;
}
