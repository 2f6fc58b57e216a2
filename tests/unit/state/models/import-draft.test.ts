import { describe, expect, it } from 'vitest';
import type { ModelOutline } from '../../../../src/core/model-import/import-outline';
import { ImportDraft } from '../../../../src/state/models/import-draft.svelte';

const classifier: ModelOutline = {
  kind: 'classifier',
  title: 'Forest',
  version: '1.0.0',
  namedFrom: 0.5,
  notes: [],
  unresolved: [],
  unnamed: null,
  widths: null,
};

describe('ImportDraft', () => {
  it('answers what the files suggest until something else is typed', () => {
    const draft = new ImportDraft(classifier);
    expect(draft.answers()).toEqual({
      title: 'Forest',
      version: '1.0.0',
      namedFrom: 0.5,
      names: null,
      binWidth: null,
    });
    draft.title = 'Ours';
    expect(draft.answers()?.title).toBe('Ours');
  });

  it('gives a class its number back whose name was taken away', () => {
    const draft = new ImportDraft({ ...classifier, unnamed: { labels: ['0', '1'] } });
    draft.names[0] = ' alpha ';
    draft.names[1] = ' ';
    expect(draft.answers()?.names).toEqual(['alpha', '1']);
  });

  it('takes a line a class where the model has nothing for them', () => {
    const draft = new ImportDraft({ ...classifier, unnamed: { labels: null } });
    draft.nameLines = 'alpha\n\nbeta\n';
    expect(draft.answers()?.names).toEqual(['alpha', 'beta']);
  });

  it('asks nothing of a pack, nor of files that could not be read', () => {
    const pack = { kind: 'pack', title: 'Pack', id: 'pack', version: '1.0.0' } as const;
    expect(new ImportDraft(pack).answers()).toBeNull();
    expect(new ImportDraft(null).answers()).toBeNull();
  });
});
