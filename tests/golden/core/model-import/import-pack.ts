import { existsSync, readFileSync } from 'node:fs';
import { type ModelPack, openModelPack } from '../../../../src/io/open-model-pack';
import { ImporterSession } from '../../../../workers/importer/session';
import { inputFiles } from '../../../builders/laboratory-model';
import { SHARED } from '../../../builders/plate';
import { inEnglish } from '../../../../src/words/in-words';

const read = (path: string) => new Uint8Array(readFileSync(new URL(`data/${path}`, SHARED)));

export function sharedText(path: string): string {
  return readFileSync(new URL(`data/${path}`, SHARED), 'utf8');
}

/** Imports a laboratory's files as the page does. */
export async function importPack(name: string): Promise<ModelPack> {
  const session = new ImporterSession();
  const features = `sklearn-models/${name}.features_selected.txt`;
  await session.read(
    inputFiles({
      'model.bin': read(`sklearn-models/${name}.model.bin`),
      ...(existsSync(new URL(`data/${features}`, SHARED))
        ? { 'features_selected.txt': read(features) }
        : {}),
    }),
  );
  const answers = { title: name, version: '1.0.0', namedFrom: 0, names: null, binWidth: null };
  const made = await session.make(answers);
  if (!made.ok) throw new Error(inEnglish(made.error.message));
  const pack = await openModelPack(made.value);
  if (!pack.ok) throw new Error(inEnglish(pack.error.message));
  return pack.value;
}
