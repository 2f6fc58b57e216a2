import { describe, expect, it } from 'vitest';
import { sourceLinks } from '../../../src/state/source-links';

describe('the links to the source', () => {
  it('lead to the documents and problems if the host is known', () => {
    expect(sourceLinks('https://github.com/lab/ktyper.git')).toEqual([
      { label: 'Source', href: 'https://github.com/lab/ktyper.git' },
      { label: 'Documentation', href: 'https://github.com/lab/ktyper/tree/HEAD/docs' },
      { label: 'Report a problem', href: 'https://github.com/lab/ktyper/issues' },
    ]);
    expect(sourceLinks('https://gitlab.com/lab/ktyper/')[2]?.href).toBe(
      'https://gitlab.com/lab/ktyper/-/issues',
    );
  });

  it('are not guessed for another host', () => {
    const source = 'https://lab.example.org/source.tar.gz';
    expect(sourceLinks(source)).toEqual([{ label: 'Source', href: source }]);
  });
});
