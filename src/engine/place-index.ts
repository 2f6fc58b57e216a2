/** Things in a folder before it is divided by the folders below it. */
const FULL = 16;

/**
 * Finds things by the folders that their files lie in and by a uid, in a time that does not grow with
 * how many there are. Letters' case does not matter. Of a thing's path nothing is copied but the name of
 * the folder that tells it from others: there are as many paths as spectra.
 */
export class PlaceIndex<T> {
  readonly #root = new Folder<T>(0, [], []);
  /** The first thing of each uid; others of the same are rare. */
  readonly #byUid = new Map<string, T>();
  readonly #othersByUid = new Map<string, T[]>();

  /** @param path of a file; the thing is found by each folder above it */
  add(thing: T, path: string, uid: string): void {
    this.#root.add(thing, path);
    if (uid === '') return;
    const key = uid.toLowerCase();
    const others = this.#othersByUid.get(key);
    if (others !== undefined) others.push(thing);
    else if (this.#byUid.has(key)) this.#othersByUid.set(key, [thing]);
    else this.#byUid.set(key, thing);
  }

  /** What lies below a folder (`''`: everything) or has one of the uids, each once. */
  find(folder: string, uids: Iterable<string>): ReadonlySet<T> {
    const found = new Set<T>();
    this.#root.find(folder === '' ? [] : folder.toLowerCase().split('/'), found);
    for (const uid of uids) {
      const key = uid.toLowerCase();
      const first = this.#byUid.get(key);
      if (first !== undefined) found.add(first);
      for (const thing of this.#othersByUid.get(key) ?? []) found.add(thing);
    }
    return found;
  }
}

/** Things below one folder. While they are few they are a list; then those of a folder below are its own. */
class Folder<T> {
  /** Where the names of the folders below begin in the paths. */
  readonly #start: number;
  #things: T[];
  #paths: string[];
  #below: Map<string, Folder<T>> | null = null;

  constructor(start: number, things: T[], paths: string[]) {
    this.#start = start;
    this.#things = things;
    this.#paths = paths;
  }

  add(thing: T, path: string): void {
    const end = this.#below === null ? -1 : path.indexOf('/', this.#start);
    if (this.#below === null || end < 0) {
      this.#things.push(thing);
      this.#paths.push(path);
      if (this.#below === null && this.#things.length > FULL) this.#divide();
      return;
    }
    const name = path.slice(this.#start, end).toLowerCase();
    const folder = this.#below.get(name);
    if (folder !== undefined) folder.add(thing, path);
    else this.#below.set(name, new Folder(end + 1, [thing], [path]));
  }

  /** Adds what lies below a folder, given in small letters by the names on the way to it from the root. */
  find(names: readonly string[], found: Set<T>, depth = 0): void {
    const name = names[depth];
    if (name === undefined) this.#all(found);
    else if (this.#below !== null) this.#below.get(name)?.find(names, found, depth + 1);
    else {
      const prefix = `${names.join('/')}/`;
      this.#things.forEach((thing, i) => {
        if (this.#paths[i]!.toLowerCase().startsWith(prefix)) found.add(thing);
      });
    }
  }

  #all(found: Set<T>): void {
    for (const thing of this.#things) found.add(thing);
    for (const folder of this.#below?.values() ?? []) folder.#all(found);
  }

  #divide(): void {
    const things = this.#things;
    const paths = this.#paths;
    this.#things = [];
    this.#paths = [];
    this.#below = new Map();
    things.forEach((thing, i) => this.add(thing, paths[i]!));
  }
}
