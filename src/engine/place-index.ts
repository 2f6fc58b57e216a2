/**
 * Finds things by the folders that their files lie in and by a uid, in a time that does not grow with
 * how many there are. Letters' case does not matter.
 */
export class PlaceIndex<T> {
  readonly #byFolder = new Map<string, T[]>();
  readonly #byUid = new Map<string, T[]>();

  /** @param path of a file; the thing is found by each folder above it */
  add(thing: T, path: string, uid: string): void {
    const lower = path.toLowerCase();
    for (let end = lower.lastIndexOf('/'); end > 0; end = lower.lastIndexOf('/', end - 1)) {
      push(this.#byFolder, lower.slice(0, end), thing);
    }
    push(this.#byFolder, '', thing);
    if (uid !== '') push(this.#byUid, uid.toLowerCase(), thing);
  }

  /** What lies below a folder (`''`: everything) or has one of the uids, each once. */
  find(folder: string, uids: Iterable<string>): ReadonlySet<T> {
    const found = new Set(this.#byFolder.get(folder.toLowerCase()));
    for (const uid of uids) {
      for (const thing of this.#byUid.get(uid.toLowerCase()) ?? []) found.add(thing);
    }
    return found;
  }
}

function push<T>(lists: Map<string, T[]>, key: string, thing: T): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [thing]);
  else list.push(thing);
}
