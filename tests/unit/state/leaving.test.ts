import { describe, expect, it } from 'vitest';
import { problem } from '../../../src/core/problem';
import { err, ok } from '../../../src/core/result';
import { losesByLeaving } from '../../../src/state/leaving';
import type { Adding } from '../../../src/state/models/workbench.svelte';
import { ReviewForm } from '../../../src/state/review/review-form.svelte';

interface Parts {
  readonly busy?: boolean;
  readonly writing?: boolean;
  readonly forms?: readonly ReviewForm[];
  readonly adding?: unknown;
}

/** Only what is read of the app. */
function loses({ busy = false, writing = false, forms = [], adding }: Parts): boolean {
  const app = {
    queue: { busy },
    storage: { transactions: { isWriting: writing } },
    typedReviews: new Map([['job', new Map(forms.entries())]]),
    adding: { workbench: adding === undefined ? null : { adding: adding as Adding } },
  };
  return losesByLeaving(app as unknown as Parameters<typeof losesByLeaving>[0]);
}

function noteForm(note: string): ReviewForm {
  const form = new ReviewForm();
  form.open('note');
  form.note = note;
  return form;
}

describe('leaving the page', () => {
  it('loses nothing of a page at rest', () => {
    expect(loses({})).toBe(false);
    expect(loses({ forms: [new ReviewForm()], adding: { step: 'none' } })).toBe(false);
  });

  it('loses the work of a job, and what is being stored', () => {
    expect(loses({ busy: true })).toBe(true);
    expect(loses({ writing: true })).toBe(true);
  });

  it('loses what is typed in an open form of a review', () => {
    expect(loses({ forms: [noteForm('  ')] })).toBe(false);
    expect(loses({ forms: [new ReviewForm(), noteForm('Mucoid')] })).toBe(true);
    const override = new ReviewForm();
    override.open('override');
    expect(loses({ forms: [override] })).toBe(false);
    override.isNone = true;
    expect(loses({ forms: [override] })).toBe(true);
  });

  it('loses nothing of a form that was cancelled or saved', () => {
    const cancelled = noteForm('Mucoid');
    cancelled.close();
    const saved = noteForm('Mucoid');
    saved.clear();
    expect(loses({ forms: [cancelled, saved] })).toBe(false);
  });

  it('loses the answers about a model or a table that is being added', () => {
    const asking = (outline: unknown) => ({ step: 'asking', reading: { outline }, draft: null });
    expect(loses({ adding: asking(ok({})) })).toBe(true);
    expect(loses({ adding: { ...asking(ok({})), step: 'making' } })).toBe(true);
    expect(loses({ adding: { step: 'added', key: '', title: '' } })).toBe(false);
    // Of files that are no model nothing was asked.
    const refused = err(problem('model-absent', 'No model.', 'Choose another file.'));
    expect(loses({ adding: asking(refused) })).toBe(false);
  });
});
