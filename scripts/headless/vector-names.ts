/**
 * Makes file names for spectra from their uids, which come from the files and may be any text. No name
 * leads out of the folder, and no file is written twice, even on a disk that ignores letters' case.
 */
export class VectorNames {
  readonly #taken = new Set<string>();

  /**
   * Returns `<uid>.f64`. A character that a name cannot contain becomes `_`, and a name that is taken gets a
   * number.
   */
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
