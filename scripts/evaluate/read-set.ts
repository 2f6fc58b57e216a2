import {
  preprocess,
  type RawSpectrum,
  readSpectra,
} from '../../models/ribosomal-klebsiella/read-spectra';
import type { MassAxis } from '../../src/core/job/outcome';
import type { SpectrumRow } from '../../src/core/job/types';
import type { ModelPack } from '../../src/io/open-model-pack';
import { inputFiles } from '../headless/input-files';
import { type Called, called } from './called';
import type { KnownTaxa, ModelTaxa } from './known';
import { runArchive } from './run-archive';
import { type EvaluationSet, isLabelFile } from './sets';
import { inEnglish } from '../../src/words/in-words';

/** A spectrum that was read, with the product's answer and with what a variant of the model needs. */
export interface JudgedSpectrum extends Called {
  readonly row: SpectrumRow;
  readonly known: KnownTaxa | null;
  /** [bins] of the recipe `spectracl-1`. */
  readonly vector: Float64Array;
  readonly axis: MassAxis;
  /** The spectrum as measured; null unless requested, since it is large. */
  readonly raw: RawSpectrum | null;
}

/** A set with the product's answers. */
export interface ReadSet {
  readonly set: EvaluationSet;
  /** Number of all spectra that were found. */
  readonly found: number;
  readonly spectra: readonly JudgedSpectrum[];
  /** The spectra that could not be read or hold no signal, each with the reason. */
  readonly unread: readonly { readonly row: SpectrumRow; readonly reason: string }[];
  /** Sentences about the set as a whole. */
  readonly notes: readonly string[];
}

/** Runs a set through the product's engine, and reads its spectra a second time for the variants. */
export async function readSet(
  set: EvaluationSet,
  pack: ModelPack,
  model: ModelTaxa,
  keepRaw: boolean,
): Promise<ReadSet> {
  const judged: JudgedSpectrum[] = [];
  const unread: ReadSet['unread'][number][] = [];
  const notes: string[] = [];
  for (const path of set.paths) {
    const files = (await inputFiles([path])).filter((file) => !isLabelFile(file.path));
    const { answers, problems } = await runArchive(files, pack);
    notes.push(...problems.map(({ message }) => inEnglish(message)));
    const raws = new Map<number, Pick<JudgedSpectrum, 'raw' | 'vector' | 'axis'>>();
    for await (const raw of readSpectra(files)) {
      if (raw.measured === null) continue;
      const { spectrum, axis } = raw.measured;
      raws.set(raw.index, { raw: keepRaw ? raw : null, vector: preprocess(spectrum), axis });
    }
    for (const { spectrum: row, said } of answers) {
      const raw = raws.get(row.index);
      if (said === null) unread.push({ row, reason: whyUnread(row) });
      else if (raw === undefined) throw new Error(`${row.path} was read once and not twice`);
      else {
        const { sample, scores } = said;
        const answer = called(sample.call, sample.probabilities, scores, pack.manifest);
        judged.push({ ...answer, row, known: null, ...raw });
      }
    }
  }
  const { known, notes: more } = set.know(
    [...judged, ...unread].map(({ row }) => row),
    model,
  );
  return {
    set,
    found: judged.length + unread.length,
    spectra: judged.map((one, i) => ({ ...one, known: known[i] ?? null })),
    unread,
    notes: [...notes, ...more],
  };
}

function whyUnread({ reason }: SpectrumRow): string {
  if (reason === null) return 'was not classified';
  return reason.kind === 'no-spectrum' ? 'no signal' : inEnglish(reason.message);
}
