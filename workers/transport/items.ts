import { type AcquisitionData, mapEntries } from '../../src/io/acquisition-data';
import type { EntryData } from '../../src/io/entry';
import { type Carriers, readCarrier } from './message-buffers';
import { exactJson } from './json';

/** What a browser hands over or refers to, and no text can hold. */
type Apart = Blob | Uint8Array<ArrayBuffer>;

/** Acquisitions, and what else is listed, on their way between threads. */
export type SentItems<Item> =
  | { readonly carrier: ArrayBuffer; readonly apart: readonly Apart[] }
  /** What a text cannot say goes as it is. */
  | { readonly plain: readonly Item[] };

/** What stands in the text for what goes apart. */
interface Place {
  readonly apart: number;
}

/** @returns what is sent, and the buffers to hand over with it */
export function sendItems<Item extends object>(
  items: readonly Item[],
  carriers: Carriers,
): { readonly sent: SentItems<Item>; readonly buffers: ArrayBuffer[] } {
  const places = new Map<Apart, number>();
  const text = exactJson(items, (part) => {
    if (!(part instanceof Blob) && !(part instanceof Uint8Array)) return part;
    const known = part as Apart;
    const place = places.get(known) ?? places.size;
    places.set(known, place);
    return { apart: place } satisfies Place;
  });
  const apart = [...places.keys()];
  // Two may be views into one buffer, and a buffer is handed over once.
  const bytes = [...new Set(apart.flatMap((one) => (one instanceof Blob ? [] : one.buffer)))];
  if (text === null) return { sent: { plain: items }, buffers: bytes };
  const carrier = carriers.fill({ text, numbers: [] });
  return { sent: { carrier, apart }, buffers: [carrier, ...bytes] };
}

/**
 * The items that were sent. What goes apart is looked for in their files.
 * @param carriers gets the carrier
 */
export function receiveItems<Item extends object>(
  sent: SentItems<Item>,
  carriers: Pick<Carriers, 'giveBack'>,
): readonly Item[] {
  if ('plain' in sent) return sent.plain;
  const items = JSON.parse(readCarrier(sent.carrier).text) as readonly Item[];
  carriers.giveBack(sent.carrier);
  return items.map((item) => {
    if (!('fid' in item) && !('file' in item)) return item;
    return mapEntries(item as Item & AcquisitionData, (entry) => join(entry, sent.apart));
  });
}

function join(data: EntryData, apart: readonly Apart[]): EntryData {
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
