import { describe, expect, it } from 'vitest';
import { base64Of, mzml, numberBytes, spectrumXml, term } from '../../../builders/documents';
import { makeProfile } from '../../../builders/open-spectra';
import { faultOf, only, readScanned, scan } from './scan';
import { spoken } from '../../../builders/spoken';
import { inEnglish } from '../../../../src/words/in-words';

const PROFILE = makeProfile({ points: 8_000 });
const COUNT = PROFILE.mz.length;
const PROFILE_TERM = 'MS:1000128';
const CENTROID_TERM = 'MS:1000127';

function read(document: string) {
  const profile = readScanned(only(document));
  if (!profile.ok) throw new Error(`${profile.error.kind}: ${inEnglish(profile.error.message)}`);
  return profile.value;
}

function expectProfile(document: string) {
  const { spectrum } = read(document);
  expect(Buffer.from(spectrum.mz.buffer).equals(Buffer.from(PROFILE.mz.buffer))).toBe(true);
  expect([...spectrum.intensity.subarray(100, 110)]).toEqual([
    ...PROFILE.intensity.subarray(100, 110),
  ]);
}

describe('an mzML', () => {
  it.each([
    ['plain', mzml([{ profile: PROFILE }])],
    ['in an index', mzml([{ profile: PROFILE }], { indexed: true })],
    ['with zlib', mzml([{ profile: PROFILE, mz: { zlib: true }, intensity: { zlib: true } }])],
    ['with 64-bit intensities', mzml([{ profile: PROFILE, intensity: { type: 'float64' } }])],
    ['with integers', mzml([{ profile: PROFILE, intensity: { type: 'int32', zlib: true } }])],
    ['with long integers', mzml([{ profile: PROFILE, intensity: { type: 'int64' } }])],
    [
      'with the other name of the vocabulary',
      mzml([{ profile: PROFILE }]).replaceAll('cvRef="MS"', 'cvRef="PSI-MS"'),
    ],
    ['with a prefix', mzml([{ profile: PROFILE }]).replaceAll(/<(\/?)(?=[a-z])/gi, '<$1ms:')],
    ['with MS:1000579 and no ms level', mzml([{ profile: PROFILE, terms: term('MS:1000579') }])],
    [
      'with its flags in a group',
      mzml([{ profile: PROFILE, terms: '<referenceableParamGroupRef ref="G"/>' }], {
        head: `<referenceableParamGroupList count="1"><referenceableParamGroup id="G">${term('MS:1000511', '1')}${term(PROFILE_TERM)}</referenceableParamGroup></referenceableParamGroupList>`,
      }),
    ],
    [
      'where the head of the file says centroid and the spectrum profile',
      mzml([{ profile: PROFILE }], {
        head: `<fileDescription><fileContent>${term(CENTROID_TERM)}</fileContent></fileDescription>`,
      }),
    ],
    [
      'with a third array that nobody wants',
      mzml([
        {
          profile: PROFILE,
          more: `<binaryDataArray encodedLength="4">${term('MS:1000521')}${term('MS:1003006')}<binary>!!!!</binary></binaryDataArray>`,
        },
      ]),
    ],
    [
      'with base64 over several lines',
      mzml([
        {
          profile: PROFILE,
          mz: { text: base64Of(numberBytes(PROFILE.mz, 'float64')).replace(/.{76}/g, '$&\n') },
        },
      ]),
    ],
    [
      'with lengths of its own at the arrays',
      mzml([
        {
          profile: PROFILE,
          length: 5,
          mz: { attributes: `arrayLength="${COUNT}"` },
          intensity: { attributes: `arrayLength="${COUNT}"` },
        },
      ]),
    ],
  ])('is read: %s', (_, document) => {
    expectProfile(document);
  });

  it('can be read in pieces of any size', () => {
    const document = mzml([{ profile: PROFILE, mz: { zlib: true } }, { profile: PROFILE }]);
    const whole = scan(document);
    expect(whole.spectra).toHaveLength(2);
    for (const piece of [997, 65_536]) expect(scan(document, piece)).toEqual(whole);
  });

  it('is read with the precision that it states', () => {
    const { spectrum } = read(mzml([{ profile: PROFILE, mz: { type: 'float32' } }]));
    expect(spectrum.mz[1000]).toBe(Math.fround(PROFILE.mz[1000]!));
  });

  it('has numbered names for several spectra, and its own name for a single one', () => {
    const { spectra } = scan(mzml([{ profile: PROFILE, id: 'a' }, { profile: PROFILE }]));
    expect(spectra.map(({ head }) => [head.id, head.isOnly])).toEqual([
      ['a', false],
      ['scan=2', false],
    ]);
    expect(only(mzml([{ profile: PROFILE }])).head.isOnly).toBe(true);
  });

  it('states the source of each of its spectra', () => {
    const file = (id: string, location: string, name = 'fid') =>
      `<sourceFile id="${id}" name="${name}" location="${location}"/>`;
    const head = `<fileDescription><sourceFileList count="3">${file('S1', 'file:///D:\\data\\KPN1\\0_A1\\1\\1SLin')}${file('S2', 'file:///D:/data/KPN2/0_B2/1/1SLin/fid')}${file('_x0030__C3', '', 'KPN3_x002f_0_C3_x002f_1_x002f_1SLin')}</sourceFileList></fileDescription>`;
    const { spectra } = scan(
      mzml(
        [
          { profile: PROFILE },
          { profile: PROFILE, attributes: 'sourceFileRef="S2"' },
          { profile: PROFILE, id: 'file=_x0030__C3' },
          { profile: PROFILE, id: 'file=KPN4_x002f_0_D4_x002f_1_x002f_1SLin_x002f_fid' },
        ],
        { head, run: 'id="r" defaultSourceFileRef="S1"' },
      ),
    );
    expect(spectra.map(({ head: { sourcePath } }) => sourcePath)).toEqual([
      'data/KPN1/0_A1/1/1SLin/fid',
      'data/KPN2/0_B2/1/1SLin/fid',
      'KPN3/0_C3/1/1SLin',
      'data/KPN1/0_A1/1/1SLin/fid',
    ]);
  });

  it('keeps its information on the sample, the time and the instrument', () => {
    const head =
      '<sampleList count="1"><sample id="s" name="KPN 1"/></sampleList>' +
      `<softwareList count="1"><software id="x" version="3.4">${term('MS:1000706', '', 'flexControl')}</software></softwareList>` +
      `<instrumentConfigurationList count="1"><instrumentConfiguration id="i">${term('MS:1001534', '', 'microflex LRF')}${term('MS:1000529', '123')}<componentList count="1"><source order="1">${term('MS:1000075', '', 'MALDI')}</source></componentList></instrumentConfiguration></instrumentConfigurationList>`;
    const run = 'id="r" sampleRef="s" startTimeStamp="2021-03-01T12:00:00Z"';
    expect(only(mzml([{ profile: PROFILE }], { head, run })).head).toMatchObject({
      sample: 'KPN 1',
      acquiredAt: '2021-03-01T12:00:00Z',
      instrument: 'microflex LRF 123',
      software: 'flexControl',
      form: 'profile',
    });
  });

  it('may have fragment spectra, which are counted and left out', () => {
    const { spectra, report } = scan(
      mzml([
        { profile: PROFILE },
        { profile: PROFILE, terms: term('MS:1000511', '2') },
        { profile: PROFILE, terms: term('MS:1000580') },
      ]),
    );
    expect(spectra).toHaveLength(1);
    expect(report).toEqual({ fragmentSpectra: 2, declared: 3 });
  });

  it('without a list of spectra has none', () => {
    expect(scan(mzml([], { count: null }))).toEqual({
      spectra: [],
      fault: null,
      report: { fragmentSpectra: 0, declared: null },
    });
  });
});

describe('a spectrum of an mzML that cannot be read', () => {
  const numpress = `${term('MS:1000521')}${term('MS:1002312')}`;
  it.each([
    ['is centroided', { profile: PROFILE, terms: term(CENTROID_TERM) }, 'centroided'],
    ['is empty', { length: 0 }, 'no-spectrum'],
    ['has no arrays', { profile: PROFILE, arrays: '' }, 'no-spectrum'],
    ['has empty arrays', { length: 7, mz: { text: '' }, intensity: { text: '' } }, 'no-spectrum'],
    ['is numpressed', { profile: PROFILE, mz: { terms: numpress } }, 'mzml-numpress'],
    [
      'is compressed in another way',
      { profile: PROFILE, mz: { terms: term('MS:1003780', '', 'zstd compression') } },
      'mzml-unsupported',
    ],
    ['has broken base64', { profile: PROFILE, mz: { text: 'AA*A' } }, 'binary-base64'],
    ['has broken zlib', { profile: PROFILE, mz: { zlib: true, text: 'AAAA' } }, 'binary-zlib'],
    [
      'has zlib that ends too early',
      { profile: PROFILE, mz: { zlib: true, text: 'eJxjYACBD/YM' } },
      'binary-zlib',
    ],
    [
      'says 64 bits of 32',
      { profile: PROFILE, mz: { text: base64Of(numberBytes(PROFILE.mz, 'float32')) } },
      'binary-length',
    ],
    ['says another length', { profile: PROFILE, length: COUNT + 1 }, 'binary-length'],
    ['says an absurd length', { profile: PROFILE, length: 9e12 }, 'spectrum-size'],
    [
      'does not ascend',
      { profile: { mz: PROFILE.mz.toReversed(), intensity: PROFILE.intensity } },
      'spectrum-mz',
    ],
    ['has few points', { profile: makeProfile({ points: 900 }) }, 'peak-list'],
    ['is too coarse', { profile: makeProfile({ points: 3000 }) }, 'sampled-coarsely'],
    [
      'has NaN among its intensities',
      { profile: { ...PROFILE, intensity: PROFILE.intensity.with(5, NaN) } },
      'spectrum-intensity',
    ],
  ])('%s', (_, built, kind) => {
    expect(faultOf(only(mzml([built])))).toBe(kind);
  });

  it('lacks an array', () => {
    const document = mzml([{ profile: PROFILE }]);
    expect(faultOf(only(document.replace('MS:1000515', 'MS:1000516')))).toBe('mzml-array-absent');
    expect(faultOf(only(document.replace('MS:1000514', 'MS:1000516')))).toBe('mzml-array-absent');
    expect(faultOf(only(document.replace('MS:1000523', 'MS:1000520')))).toBe('mzml-unsupported');
  });

  it('inflates to more than it states, and is stopped', () => {
    const mz = { type: 'float64', zlib: true } as const;
    const bomb = { mz: new Float64Array(3_000_000), intensity: PROFILE.intensity };
    const read = readScanned(only(mzml([{ profile: bomb, length: COUNT, mz }])));
    expect(read).toMatchObject({ ok: false, error: { kind: 'binary-length' } });
    expect(spoken(!read.ok && read.error.message)).toContain(`more than ${8 * COUNT} bytes`);
  });

  it('does not affect the others', () => {
    const { spectra } = scan(
      mzml([{ profile: PROFILE, mz: { text: '*' } }, { profile: PROFILE }, { length: 0 }]),
    );
    expect(spectra.map(faultOf)).toEqual(['binary-base64', null, 'no-spectrum']);
  });
});

describe('a document that breaks off or is not an mzML', () => {
  const two = mzml([{ profile: PROFILE }, { profile: PROFILE }]);

  it('gives the spectra before the break', () => {
    const { spectra, fault } = scan(two.slice(0, two.lastIndexOf('<spectrum') + 50));
    expect(spectra).toHaveLength(1);
    expect(fault?.kind).toBe('xml-broken');
    expect(spoken(fault?.message)).toMatch(/^The file is no well-formed XML from line \d+ on/);
  });

  it.each([
    ['nothing', '', 'xml-unknown'],
    ['another document', '<?xml version="1.0"?><svg></svg>', 'xml-unknown'],
    ['wrong ends', two.replace('</spectrumList>', '</spectrumlist>'), 'xml-broken'],
    ['an unknown entity', mzml([spectrumXml({ length: 0, id: '&bomb;' })]), 'xml-broken'],
    ['imaging', two.replace('<cv id="MS"', '<cv id="IMS"'), 'format-imzml'],
    ['elements without end', `<mzML>${'<a>'.repeat(200)}`, 'xml-shape'],
    [
      'attributes without end',
      `<mzML><a ${Array.from({ length: 500 }, (_, i) => `a${i}="1"`).join(' ')}/></mzML>`,
      'xml-shape',
    ],
    ['a name without end', `<mzML><${'a'.repeat(500_000)}`, 'xml-broken'],
  ])('%s', (_, document, kind) => {
    expect(scan(document).fault?.kind).toBe(kind);
  });

  it('is refused at once when it declares entities, so that they never expand', () => {
    const bomb = `<?xml version="1.0"?><!DOCTYPE mzML [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>${mzml([{ id: '&b;', length: 0 }], { declaration: '' })}`;
    expect(scan(bomb)).toMatchObject({ spectra: [], fault: { kind: 'xml-doctype' } });
  });
});
