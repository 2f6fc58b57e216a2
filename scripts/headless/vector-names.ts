/**
 * File names for spectra, from uids that whoever made the files could choose freely: no folder can be
 * left by them, and no file is written twice, on a disk that ignores letters' case either.
 */
export class VectorNames {
  readonly #taken = new Set<string>();

  /** `<uid>.f64`; what cannot stand in a name becomes `_`, and a name taken before gets a number. */
  next(uid: string): string {
    const safe =
      uid
        .replace(/[^A-Za-z0-9._-]/g, '_')
        .replace(/^\.+/, '')
        .slice(0, 200) || 'spectrum';
    let name = safe;
    for (let n = 2; this.#taken.has(name.toLowerCase()); n++) name = `${safe}~${n}`;
    this.#taken.add(name.toLowerCase());
    return `${name}.f64`;
  }
}
