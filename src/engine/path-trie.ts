/** A leaf with more items is split by the next folder name. */
const MAX_LEAF_ITEMS = 16;

/**
 * Finds items by a folder above their file, or by uid, in a time that does not grow with their number. It
 * ignores case. It stores only those folder names of each path that separate items, because there are as
 * many paths as spectra.
 */
export class PathTrie<T> {
  readonly #root = new Node<T>(0, [], []);
  /** The first item of each uid; duplicates are rare. */
  readonly #byUid = new Map<string, T>();
  readonly #othersByUid = new Map<string, T[]>();

  /** @param path of a file; the item is found by each folder above it */
  add(item: T, path: string, uid: string): void {
    this.#root.add(item, path);
    if (uid === '') return;
    const key = uid.toLowerCase();
    const others = this.#othersByUid.get(key);
    if (others !== undefined) others.push(item);
    else if (this.#byUid.has(key)) this.#othersByUid.set(key, [item]);
    else this.#byUid.set(key, item);
  }

  /** @returns items below a folder (`''` is the root) or with one of the uids, each once */
  find(folder: string, uids: Iterable<string>): ReadonlySet<T> {
    const found = new Set<T>();
    this.#root.find(folder === '' ? [] : folder.toLowerCase().split('/'), found);
    for (const uid of uids) {
      const key = uid.toLowerCase();
      const first = this.#byUid.get(key);
      if (first !== undefined) found.add(first);
      for (const item of this.#othersByUid.get(key) ?? []) found.add(item);
    }
    return found;
  }
}

/** One folder of the trie: a leaf with a list of items, or a node with a child for each subfolder. */
class Node<T> {
  /** Offset in the paths at which the subfolder's name begins. */
  readonly #start: number;
  #items: T[];
  #paths: string[];
  #below: Map<string, Node<T>> | null = null;

  constructor(start: number, items: T[], paths: string[]) {
    this.#start = start;
    this.#items = items;
    this.#paths = paths;
  }

  add(item: T, path: string): void {
    const end = this.#below === null ? -1 : path.indexOf('/', this.#start);
    if (this.#below === null || end < 0) {
      this.#items.push(item);
      this.#paths.push(path);
      if (this.#below === null && this.#items.length > MAX_LEAF_ITEMS) this.#divide();
      return;
    }
    const name = path.slice(this.#start, end).toLowerCase();
    const folder = this.#below.get(name);
    if (folder !== undefined) folder.add(item, path);
    else this.#below.set(name, new Node(end + 1, [item], [path]));
  }

  /** Adds to `found` the items below the folder that the lower-case names lead to from the root. */
  find(names: readonly string[], found: Set<T>, depth = 0): void {
    const name = names[depth];
    if (name === undefined) this.#all(found);
    else if (this.#below !== null) this.#below.get(name)?.find(names, found, depth + 1);
    else {
      const prefix = `${names.join('/')}/`;
      this.#items.forEach((item, i) => {
        if (this.#paths[i]!.toLowerCase().startsWith(prefix)) found.add(item);
      });
    }
  }

  #all(found: Set<T>): void {
    for (const item of this.#items) found.add(item);
    for (const folder of this.#below?.values() ?? []) folder.#all(found);
  }

  #divide(): void {
    const items = this.#items;
    const paths = this.#paths;
    this.#items = [];
    this.#paths = [];
    this.#below = new Map();
    items.forEach((item, i) => this.add(item, paths[i]!));
  }
}
