import { TextList } from './text-list';

const FIRST_ENTRIES = 128;
/** Slots for each entry, at least; a table that is fuller takes longer to search. */
const SLOTS_PER_ENTRY = 2;
/**
 * Most slots that are looked at for a text. A text that finds all of them taken goes into a Map. So an archive whose
 * paths somebody chose to collide takes no longer than others: the engine's own hashes cannot be known beforehand.
 */
const MOST_LOOKS = 32;

/**
 * Numbers by text, like a Map, for the tens of thousands of paths of a run that are looked up and never shown. They
 * take none of the engine's heap, of which the engine keeps a multiple while much lives on in it.
 */
export class TextTable {
  readonly #texts = new TextList();
  #values = new Float64Array(FIRST_ENTRIES);
  /** Hash of each text, so that few texts are compared. */
  #hashes = new Int32Array(FIRST_ENTRIES);
  /** One more than the entry's number; 0 where there is none. */
  #slots = new Int32Array(SLOTS_PER_ENTRY * FIRST_ENTRIES);
  readonly #crowded = new Map<string, number>();

  get(text: string): number | undefined {
    const slot = this.#slotOf(text, hashOf(text));
    const entry = slot < 0 ? 0 : this.#slots[slot]!;
    return entry === 0 ? this.#crowded.get(text) : this.#values[entry - 1];
  }

  has(text: string): boolean {
    return this.get(text) !== undefined;
  }

  set(text: string, value: number): void {
    const hash = hashOf(text);
    const slot = this.#slotOf(text, hash);
    const entry = slot < 0 ? 0 : this.#slots[slot]!;
    if (entry > 0) this.#values[entry - 1] = value;
    else if (slot < 0 || this.#crowded.has(text)) this.#crowded.set(text, value);
    else this.#add(text, hash, value);
  }

  /** Returns the slot of a text, or the free one where it would be; -1 where too many others are. */
  #slotOf(text: string, hash: number): number {
    const mask = this.#slots.length - 1;
    for (let look = 0; look < MOST_LOOKS; look++) {
      const slot = (hash + look) & mask;
      const entry = this.#slots[slot]!;
      if (entry === 0) return slot;
      if (this.#hashes[entry - 1] === hash && this.#texts.at(entry - 1) === text) return slot;
    }
    return -1;
  }

  #add(text: string, hash: number, value: number): void {
    const entry = this.#texts.add(text);
    if (entry === this.#values.length) this.#grow();
    this.#values[entry] = value;
    this.#hashes[entry] = hash;
    this.#place(entry);
  }

  #grow(): void {
    const entries = this.#values.length;
    const values = new Float64Array(2 * entries);
    values.set(this.#values);
    const hashes = new Int32Array(2 * entries);
    hashes.set(this.#hashes);
    this.#values = values;
    this.#hashes = hashes;
    this.#slots = new Int32Array(SLOTS_PER_ENTRY * 2 * entries);
    for (let entry = 0; entry < entries; entry++) this.#place(entry);
  }

  /** Puts an entry into a free slot, or into the Map. */
  #place(entry: number): void {
    const mask = this.#slots.length - 1;
    for (let look = 0; look < MOST_LOOKS; look++) {
      const slot = (this.#hashes[entry]! + look) & mask;
      if (this.#slots[slot] !== 0) continue;
      this.#slots[slot] = entry + 1;
      return;
    }
    this.#crowded.set(this.#texts.at(entry), this.#values[entry]!);
  }
}

/** FNV-1a over the code units (Fowler, Noll, Vo), with its upper half mixed into the lower. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  // The lowest bits alone choose the slot.
  return hash ^ (hash >>> 15);
}
