import { type AcquisitionData, mapEntries } from '../../src/io/acquisition-data';
import type { EntryData } from '../../src/io/entry';
import { type MessageBufferPool, readMessageBuffer } from './message-buffer-pool';
import { exactJsonApart } from '../../src/core/exact-json';

/** Data that are transferred or referenced beside the text, since JSON cannot represent them. */
type Attachment = Blob | Uint8Array<ArrayBuffer>;

/** A list of acquisitions or archive steps, encoded for another thread. */
export type EncodedItems<Item> =
  | { readonly carrier: ArrayBuffer; readonly apart: readonly Attachment[] }
  /** Items that JSON cannot represent exactly are cloned by the browser. */
  | { readonly plain: readonly Item[] };

/** Stands in the text in place of an attachment. */
interface Place {
  readonly apart: number;
}

/**
 * Encodes items for another thread.
 *
 * @returns the message, and the buffers to transfer with it
 */
export function encodeItems<Item extends object>(
  items: readonly Item[],
  carriers: MessageBufferPool,
): { readonly sent: EncodedItems<Item>; readonly buffers: ArrayBuffer[] } {
  const places = new Map<Attachment, number>();
  const text = exactJsonApart(items, (part) => {
    if (!(part instanceof Blob) && !(part instanceof Uint8Array)) return part;
    const known = part as Attachment;
    const place = places.get(known) ?? places.size;
    places.set(known, place);
    return { apart: place } satisfies Place;
  });
  const apart = [...places.keys()];
  // Two attachments may be views into one buffer, which can be transferred only once.
  const bytes = [...new Set(apart.flatMap((one) => (one instanceof Blob ? [] : one.buffer)))];
  if (text === null) return { sent: { plain: items }, buffers: bytes };
  const carrier = carriers.fill({ text, numbers: [] });
  return { sent: { carrier, apart }, buffers: [carrier, ...bytes] };
}

/**
 * Decodes a message of `encodeItems`. Attachments belong to an item's file entries.
 *
 * @param carriers receives the buffer for reuse
 */
export function decodeItems<Item extends object>(
  sent: EncodedItems<Item>,
  carriers: Pick<MessageBufferPool, 'recycle'>,
): readonly Item[] {
  if ('plain' in sent) return sent.plain;
  const items = JSON.parse(readMessageBuffer(sent.carrier).text) as readonly Item[];
  carriers.recycle(sent.carrier);
  return items.map((item) => {
    if (!('fid' in item) && !('file' in item)) return item;
    return mapEntries(item as Item & AcquisitionData, (entry) => join(entry, sent.apart));
  });
}

function join(data: EntryData, apart: readonly Attachment[]): EntryData {
  const find = <Part>(part: Part | Place): Part =>
    part instanceof Object && 'apart' in part ? (apart[part.apart] as Part) : part;
  switch (data.kind) {
    case 'zip':
      return { ...data, archive: find(data.archive) };
    case 'blob':
      return { ...data, blob: find(data.blob) };
    case 'bytes':
      return { ...data, bytes: find(data.bytes) };
    default:
      return data;
  }
}
