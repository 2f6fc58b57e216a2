import { describe, expect, it } from 'vitest';
import { element } from '../../../../src/state/markup/markup';
import { writeMarkup } from '../../../../src/state/markup/write-markup';
import { HOSTILE_NAMES, ORDERING_NAMES, ORDERS_IN_TEXT } from '../../../builders/hostile-names';

describe('markup', () => {
  it('is written with every element closed, and what is absent left out', () => {
    const made = element(
      'p.small.muted',
      { id: 'a', title: null },
      'one ',
      null,
      [element('br'), ['two', element('i')]],
      '',
    );
    expect(writeMarkup(made)).toBe('<p class="small muted" id="a">one <br/>two<i></i></p>');
  });

  it('closes empty shapes of a drawing in one', () => {
    const made = element('svg', { viewBox: '0 0 1 1' }, element('g', {}, element('rect')));
    expect(writeMarkup(made)).toBe('<svg viewBox="0 0 1 1"><g><rect/></g></svg>');
  });

  it.each(Object.values({ ...HOSTILE_NAMES, ...ORDERING_NAMES }))('writes %j as text', (name) => {
    const html = writeMarkup(element('p', { title: name }, name));
    expect(html).toMatch(/^<p title="[^"<>]*">[^<>]*<\/p>$/);
    expect(html).not.toMatch(ORDERS_IN_TEXT);
  });

  it('has no way out of a style', () => {
    expect(() => writeMarkup(element('style', {}, '</style><script>'))).toThrow(RangeError);
  });
});
