import { describe, expect, it } from 'vitest';
import { checkSheet } from '../../../../src/state/jobs/check-sheet';

const check = (text: string) => checkSheet('mine.csv', new Blob([text]));

describe('a sheet that was chosen', () => {
  it('is counted before there is a run, including the lines that are left out', async () => {
    const found = await check('spectrum_id;sample_id\nA1;x\nA2;x\nA3;y\nA4;\n');
    expect(found).toMatchObject({ kind: 'read', rows: 3, samples: 2 });
    expect(found.kind === 'read' && found.warnings.map(({ kind }) => kind)).toEqual([
      'sheet-incomplete-row',
    ]);
  });

  it('is refused at once if it is not a sheet', async () => {
    expect(await check('spot,name\nA1,x\n')).toMatchObject({
      kind: 'refused',
      problem: { kind: 'sheet-header', path: 'mine.csv' },
    });
  });

  it('is refused if the browser cannot open it', async () => {
    const blob = new Blob(['x']);
    blob.arrayBuffer = () => Promise.reject(new Error('gone'));
    expect(await checkSheet('mine.csv', blob)).toMatchObject({
      kind: 'refused',
      problem: { kind: 'sheet-unreadable' },
    });
  });
});
