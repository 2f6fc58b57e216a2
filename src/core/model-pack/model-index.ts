import * as v from 'valibot';
import { problem, type Problem } from '../problem';
import { err, ok, type Result } from '../result';
import { MODEL_CURE } from './verify';
import { sentence } from '../../words/told/sentence';

/** Every browser and Node have it, but no ECMAScript library declares it, so it is declared here. */
declare const TextDecoder: new (label: string) => { decode(bytes: Uint8Array): string };

/** `index.json` beside the model packs that ship with the app. */
export interface ModelIndex {
  readonly format: 'ktyper-models/1';
  /** Id of the model that is used unless someone chooses another. */
  readonly default: string;
  readonly models: readonly {
    readonly id: string;
    readonly version: string;
    /** Folder of the pack, relative to the index: `ID/VERSION`. */
    readonly path: string;
  }[];
}

const name = v.pipe(v.string(), v.regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/));

const schema = v.pipe(
  v.object({
    format: v.literal('ktyper-models/1'),
    default: name,
    models: v.array(
      v.object({
        id: name,
        version: name,
        path: v.pipe(
          v.string(),
          v.regex(/^[A-Za-z0-9][A-Za-z0-9._-]*(?:\/[A-Za-z0-9][A-Za-z0-9._-]*)*$/),
        ),
      }),
    ),
  }),
  v.check((index) => index.models.some((model) => model.id === index.default)),
) satisfies v.GenericSchema<unknown, ModelIndex>;

export function parseModelIndex(bytes: Uint8Array): Result<ModelIndex, Problem<'model-index'>> {
  try {
    const parsed = v.safeParse(schema, JSON.parse(new TextDecoder('utf-8').decode(bytes)));
    if (parsed.success) return ok(parsed.output);
  } catch {
    // Text that is not JSON is the same problem for the reader.
  }
  return err(problem('model-index', sentence('modelPack.index'), MODEL_CURE));
}
