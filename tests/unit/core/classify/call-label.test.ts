import { describe, expect, it } from 'vitest';
import { labelOf, shownLabel } from '../../../../src/core/classify/call-label';
import { inEnglish } from '../../../../src/words/in-words';

describe('the shown label of a call', () => {
  it('is a sentence for a refusal, and the model’s own word for a name', () => {
    expect(inEnglish(shownLabel('Not read'))).toBe('Not read');
    expect(inEnglish(shownLabel('No Klebsiella pattern'))).toBe('No Klebsiella pattern');
    expect(shownLabel('K. oxytoca')).toBe('K. oxytoca');
    expect(inEnglish(labelOf({ label: 'No Klebsiella pattern', detail: 'closest' }))).toContain(
      'closest',
    );
  });

  it.each(['__proto__', 'constructor', 'toString'])('is a class that is called %s', (label) => {
    expect(shownLabel(label)).toBe(label);
  });
});
