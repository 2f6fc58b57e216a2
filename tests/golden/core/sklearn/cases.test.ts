import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { importModel } from '../../../../src/core/model-import/import-model';
import { openGraph } from '../../../builders/onnx-session';
import { hasShared, SHARED } from '../../../builders/plate';
import { inEnglish } from '../../../../src/words/in-words';
import { spoken } from '../../../builders/spoken';

function read(path: string): Uint8Array {
  return new Uint8Array(readFileSync(new URL(`data/cases/${path}`, SHARED)));
}

function importCase(folder: string, file: string, list: string | null) {
  const features = list === null ? null : read(`${folder}/${list}`);
  return importModel({ model: read(`${folder}/${file}`), features, classes: null });
}

const SPECIES = ['K. oxytoca', 'K. pneumoniae', 'K. variicola'];
const HELD = 'model-not-a-bare-classifier';

describe.skipIf(!hasShared)('models as people save them', () => {
  it.each([
    [HELD, 'calib.pkl', 'features.txt', 'CalibratedClassifierCV of RandomForestClassifier'],
    [HELD, 'dict_model_le.pkl', 'features.txt', 'its entry label_encoder'],
    [HELD, 'dict_model_le.pkl', null, 'the features are its entry features'],
    [HELD, 'grid_rf.pkl', 'features.txt', 'the best of a GridSearchCV'],
    [HELD, 'pipe_passthrough_rf.pkl', 'features.txt', 'a RandomForestClassifier'],
    [HELD, 'pipe_std_rf.pkl', 'features.txt', 'behind a StandardScaler'],
    [HELD, 'tuple_model_feat.pkl', 'features.txt', 'The file holds a tuple'],
    [HELD, 'tuple_model_feat.pkl', null, 'the features are its entry 2'],
    ['model-scikit-learn-0.21-names', 'old021.bin', 'features.txt', 'a RandomForestClassifier'],
    ['model-scikit-learn-1.10-nodes', 'sim110_u4x8.pkl', 'rfeatures.txt', '30 trees'],
  ])('%s: %s with %s', async (folder, file, list, words) => {
    const imported = importCase(folder, file, list);
    if (!imported.ok) throw new Error(inEnglish(imported.error.message));
    const { draft, labels, notes } = imported.value;
    const names = folder.includes('1.10') ? ['other', 'pneu', 'vari'] : SPECIES;
    expect(labels).toEqual(names);
    expect(notes.map(inEnglish).join(' ')).toContain(words);
    const columns = draft.manifest.features?.length ?? 0;
    const run = await openGraph(draft.graph);
    const answer = (await run(new Float32Array(columns).fill(0.01), 1))['probabilities']!;
    expect(answer).toHaveLength(names.length);
    expect(answer.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 6);
  });

  it('with several labels are refused as such', () => {
    expect(
      spoken(importCase('model-multilabel', 'rf_multilabel.pkl', 'features.txt')),
    ).toMatchObject({
      ok: false,
      error: {
        kind: 'model-unsupported',
        message: expect.stringContaining('several labels at once (multi-label') as string,
      },
    });
  });
});
