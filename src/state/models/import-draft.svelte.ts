import type { ImportAnswers, ImportOutline } from '../../core/model-import/import-outline';

/** What a person has answered so far about the files that are being added. It is kept when the language changes. */
export class ImportDraft {
  readonly #labels: readonly string[] | null;
  readonly #isAsked: boolean;
  title = $state('');
  version = $state('');
  namedFrom = $state(0);
  /** Names of the classes that the model has only numbers for. */
  names = $state<string[]>([]);
  /** Names of the classes that the model has nothing for, a line each. */
  nameLines = $state('');
  binWidth = $state<number | null>(null);
  isGuarded = $state(true);

  /** @param outline what the files suggest; null where they could not be read */
  constructor(outline: ImportOutline | null) {
    this.title = outline?.title ?? '';
    const asked = outline?.kind === 'classifier' || outline?.kind === 'markers' ? outline : null;
    this.#isAsked = asked !== null;
    const unnamed = asked?.unnamed ?? null;
    this.#labels = unnamed === null ? null : (unnamed.labels ?? []);
    if (asked === null) return;
    this.version = asked.version;
    this.namedFrom = asked.namedFrom;
    this.names = [...(this.#labels ?? [])];
    this.binWidth = asked.widths?.told ?? null;
  }

  /** @returns null for a pack, of which nothing is asked */
  answers(): ImportAnswers | null {
    if (!this.#isAsked) return null;
    const { title, version, namedFrom, binWidth } = this;
    return { title, version, namedFrom, names: this.#typedNames(), binWidth };
  }

  #typedNames(): readonly string[] | null {
    const labels = this.#labels;
    if (labels === null) return null;
    if (labels.length > 0) return this.names.map((name, i) => name.trim() || labels[i]!);
    return this.nameLines.split('\n').filter((line) => line.trim() !== '');
  }
}
