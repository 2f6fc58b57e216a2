import { gzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { InputFile } from '../../../../src/io/entry';
import { buildRun } from '../../../builders/bruker-run';
import { mzml, mzxml, term } from '../../../builders/documents';
import { folderOf, run, SlowArchive, tarGzOf, tarOf, zipOf } from '../../../builders/headless-job';
import { bytesOf, makeProfile, profileText } from '../../../builders/open-spectra';
import { tinyCounts } from '../../../builders/tiny-pack';
import type { ArchiveStep } from '../../../../workers/archive/api';
import { ReaderSession } from '../../../../workers/reader/session';
import { ONE_DALTON_BINS } from '../../../../src/core/preprocess/bin';
import { inEnglish } from '../../../../src/words/in-words';

const PROFILES = [1, 2, 3].map((seed) => makeProfile({ points: 8_000, seed }));
const [FIRST, SECOND, THIRD] = PROFILES as [
  (typeof PROFILES)[0],
  (typeof PROFILES)[0],
  (typeof PROFILES)[0],
];
const TEXT = profileText(FIRST, { head: '# m/z \tintensity\n' });

interface File {
  readonly path: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

function file(path: string, content: string | Uint8Array): File {
  return {
    path,
    bytes: Uint8Array.from(typeof content === 'string' ? bytesOf(content) : content),
  };
}

async function rowsOf(files: readonly InputFile[]) {
  const ran = await run(files);
  return {
    rows: ran.spectra.map(({ path, status, reason }) => [path, reason?.kind ?? status]),
    spectra: ran.spectra,
    problems: ran.events.flatMap((event) => (event.kind === 'problem' ? [event.problem] : [])),
  };
}

const TWO = mzml([
  { profile: FIRST, id: 'scan=1' },
  { profile: SECOND, id: 'scan=2' },
]);

describe('spectra in open formats, in a job', () => {
  const bruker = buildRun({ spots: [{ spot: 'A1', fid: tinyCounts('alpha', 1) }], info: false });
  const [fid] = bruker.filter(({ path }) => path.endsWith('/fid'));
  const mixed = [
    ...bruker,
    file('exports/a.txt', TEXT),
    file('exports/b.mzML', mzml([{ profile: SECOND }])),
    file('exports/c.mzXML', mzxml([{ profile: THIRD }], { parent: 'x.raw' })),
    file('exports/notes.txt', 'Dear all,\nthese are the spectra.\n'),
  ];
  const sorted = (rows: readonly unknown[]) => [...rows].map(String).sort();

  it.each([
    ['a folder', folderOf(mixed)],
    ['a zip', [zipOf(mixed)]],
    ['a .tar.gz', [tarGzOf(mixed)]],
  ])('are found beside Bruker folders in %s', async (_, files) => {
    const { rows, problems } = await rowsOf(files);
    expect(sorted(rows)).toEqual(
      sorted([
        [fid!.path, 'ok'],
        ['exports/a.txt', 'ok'],
        ['exports/b.mzML', 'ok'],
        ['exports/c.mzXML', 'ok'],
      ]),
    );
    expect(problems).toEqual([]);
  });

  it('are recognised by their content, whatever their name is, gzipped or not', async () => {
    const files = [
      file('a.mzML', TEXT),
      file('b.dat', mzml([{ profile: SECOND }])),
      file('c', gzipSync(bytesOf(mzxml([{ profile: THIRD }], { parent: '' })))),
      file('d.txt.gz', gzipSync(bytesOf(profileText(makeProfile({ points: 8_000, seed: 4 }))))),
    ];
    const expected = ['a.mzML', 'b.dat', 'c', 'd.txt.gz'].map((path) => [path, 'ok']);
    expect((await rowsOf(folderOf(files))).rows).toEqual(expected);
    expect((await rowsOf([zipOf(files)])).rows).toEqual(expected);
  });

  it('in one file are rows with names of their own', async () => {
    const { spectra } = await rowsOf(folderOf([file('run.mzML', TWO)]));
    expect(spectra.map(({ path, name, uid }) => [path, name, uid])).toEqual([
      ['run.mzML#scan=1', 'run#scan=1', 'run.mzML#scan=1'],
      ['run.mzML#scan=2', 'run#scan=2', 'run.mzML#scan=2'],
    ]);
    expect(spectra.map(({ sha256 }) => sha256?.length)).toEqual([64, 64]);
  });

  it('are named by the fid that they were converted from, and by the spot at the end of a name', async () => {
    const parent = 'D:\\data\\KPN7\\0_B7\\1\\1SLin\\fid';
    const { spectra } = await rowsOf(
      folderOf([
        file('x.mzXML', mzxml([{ profile: FIRST }], { parent })),
        file('Citrobacter_0_K22.txt', profileText(SECOND)),
      ]),
    );
    expect(spectra.map(({ name, spot }) => [name, spot])).toEqual([
      ['KPN7', 'B7'],
      ['Citrobacter_0_K22', 'K22'],
    ]);
    expect(spectra[0]!.names?.fullName).toBe('data.B7');
  });

  it('in one file are named by the spot, the source and the id of each', async () => {
    const source = (id: string, location: string) =>
      `<sourceFile id="${id}" name="fid" location="${location}"/>`;
    const head = `<fileDescription><sourceFileList count="2">${source('S1', 'file:///D:/data/KPN1/0_A1/1/1SLin')}${source('S2', 'file:///D:/data/KPN1/0_A2/1/1SLin')}</sourceFileList></fileDescription>`;
    const spots = mzml(
      [
        { profile: FIRST, id: 'x', attributes: 'sourceFileRef="S1"' },
        { profile: SECOND, id: 'x', attributes: 'sourceFileRef="S2"' },
        { profile: THIRD, id: 'index=3' },
      ],
      { head },
    );
    const scans = mzxml(
      [4, 5].map((seed) => ({
        profile: makeProfile({ points: 8_000, seed }),
        before: `<maldi plateID="1" spotID="C${seed}"/>`,
      })),
      { parent: 'plate.raw' },
    );
    const { spectra } = await rowsOf(
      folderOf([file('spots.mzML', spots), file('scans.mzXML', scans)]),
    );
    expect(spectra.map(({ path, name, spot, status }) => [path, name, spot, status])).toEqual([
      ['spots.mzML#x', 'KPN1', 'A1', 'ok'],
      ['spots.mzML#x (2)', 'KPN1', 'A2', 'ok'],
      ['spots.mzML#index=3', 'spots#index=3', '', 'ok'],
      ['scans.mzXML#scan=1', 'scans#scan=1', 'C4', 'ok'],
      ['scans.mzXML#scan=2', 'scans#scan=2', 'C5', 'ok'],
    ]);
  });

  it('may be in ISO-8859-1, as mzXML is, and names are shown as they were typed', async () => {
    const parent = 'D:\\data\\Île d’Yeu é\\0_B7\\1\\1SLin\\fid'.replace('’', "'");
    const bytes = Uint8Array.from(Buffer.from(mzxml([{ profile: FIRST }], { parent }), 'latin1'));
    const { spectra } = await rowsOf(folderOf([file('x.mzXML', bytes)]));
    expect(spectra.map(({ name, status }) => [name, status])).toEqual([["Île d'Yeu é", 'ok']]);
  });

  it('give the same answer in mzML, mzXML, text and gzip', async () => {
    const ways: readonly (readonly [string, string | Uint8Array])[] = [
      ['a.txt', profileText(FIRST)],
      ['a.txt.gz', gzipSync(bytesOf(profileText(FIRST)))],
      ['a.mzML', mzml([{ profile: FIRST, mz: { zlib: true } }])],
      ['a.mzML.gz', gzipSync(bytesOf(mzml([{ profile: FIRST }])))],
      ['a.mzXML', mzxml([{ profile: FIRST, precision: '64' }], { parent: '' })],
    ];
    const answers = await Promise.all(
      ways.map(async ([name, content]) => {
        const { samples } = await run(folderOf([file(name, content)]));
        return samples.map(({ probabilities, call }) => ({ probabilities, label: call.label }));
      }),
    );
    expect(answers).toEqual(ways.map(() => answers[0]));
    expect(answers[0]).toHaveLength(1);
  });

  it('are left out if they state that they are the calibrant', async () => {
    const parent = 'RUN/BTS/0_A1/1/1SLin/fid';
    const { rows } = await rowsOf(
      folderOf([
        file('a.mzXML', mzxml([{ profile: FIRST }], { parent })),
        file('b.txt', profileText(SECOND)),
      ]),
    );
    expect(rows).toEqual([
      ['a.mzXML', 'calibration-spot'],
      ['b.txt', 'ok'],
    ]);
  });

  it('count once if they are the same', async () => {
    const { rows } = await rowsOf(folderOf([file('a.txt', TEXT), file('b.txt', TEXT)]));
    expect(rows).toEqual([
      ['a.txt', 'ok'],
      ['b.txt', 'duplicate-spectrum'],
    ]);
  });

  it('are replaced by a fid beside them, or one that they state they were converted from', async () => {
    const folder = fid!.path.slice(0, -'/fid'.length);
    const copy = mzxml([{ profile: FIRST }], { parent: `D:/${fid!.path}` });
    const { rows, problems } = await rowsOf([
      zipOf([...bruker, file(`${folder}/analysis.mzXML`, copy), file('copy.mzXML', copy)]),
    ]);
    expect(sorted(rows)).toEqual(
      sorted([
        [fid!.path, 'ok'],
        ['copy.mzXML', 'converted-copy'],
      ]),
    );
    expect(problems.map(({ kind }) => kind)).toEqual(['beside-fid']);
  });

  describe('in a streamed tar, are replaced by its fid', () => {
    const folder = fid!.path.slice(0, -'/fid'.length);
    const converted = (seed: number) =>
      mzxml([{ profile: makeProfile({ points: 8_000, seed }) }], { parent: `D:/${fid!.path}` });
    const beside = file(`${folder}/spectrum.txt`, TEXT);
    const copy = file('copies/copy.txt', TEXT);
    const before = file('exports/before.mzXML', converted(5));
    const after = file('exports/later.mzXML', converted(6));
    const other = file('exports/other.txt', profileText(THIRD));
    const files = [before, beside, copy, other, ...bruker, after];
    const expected = [
      ['exports/before.mzXML', 'converted-copy'],
      [`${folder}/spectrum.txt`, 'beside-fid'],
      // The file is left out like the identical one beside the fid.
      ['copies/copy.txt', 'duplicate-spectrum'],
      ['exports/other.txt', 'ok'],
      [fid!.path, 'ok'],
      ['exports/later.mzXML', 'converted-copy'],
    ];
    const rowsOfRun = ({ spectra }: Awaited<ReturnType<typeof run>>) =>
      spectra.map(({ path, status, reason }) => [path, reason?.kind ?? status]);
    // The run information precedes the fid.
    const isLate = (step: ArchiveStep) => step.kind === 'run-info';

    it.each([
      ['.tar.gz', [tarGzOf(files)]],
      ['.tar', [tarOf(files)]],
    ])('in a %s', async (_, input) => {
      const ran = await run(input);
      expect(rowsOfRun(ran)).toEqual(expected);
      expect(ran.samples.map(({ spectra }) => spectra)).toEqual([[3], [4]]);
    });

    it('whether their rows were reported before or not', async () => {
      const archive = new SlowArchive(isLate);
      const ran = await run([tarGzOf(files)], { archive, hear: archive.hear });
      const told = ran.events.flatMap((event) => (event.kind === 'rows' ? event.samples : []));
      // The rows were reported first, and withdrawn later.
      expect(new Set(told.map(({ name }) => name))).toContain('spectrum');
      expect(rowsOfRun(ran)).toEqual(expected);
      expect(ran.samples.map(({ spectra }) => spectra)).toEqual([[3], [4]]);
      // The sentences refer to other files by their names at that time.
      const rows = (one: typeof ran) => one.spectra.map((row) => ({ ...row, reason: null }));
      expect(rows(ran)).toEqual(rows(await run([tarGzOf(files)])));
    });

    it('also in a sample that a sheet made of them', async () => {
      const sampleSheet = `spectrum_id\tsample_id\nspectrum\tone\nother\tone\n`;
      const archive = new SlowArchive(isLate);
      const ran = await run([tarGzOf(files)], { archive, hear: archive.hear, sampleSheet });
      expect(rowsOfRun(ran)).toEqual(expected);
      const alone = await run(folderOf([other]), { sampleSheet });
      const [sample] = ran.samples.filter(({ name }) => name === 'one');
      expect(sample!.spectra).toEqual([3]);
      expect(sample!.probabilities).toEqual(alone.samples[0]!.probabilities);
    });

    it('but not by one that does not exist', async () => {
      const without = [beside, ...bruker.filter(({ path }) => path !== fid!.path)];
      const ran = await run([tarGzOf(without)]);
      expect(rowsOfRun(ran)).toEqual([
        [beside.path, 'ok'],
        [fid!.path, 'fid-absent'],
      ]);
    });
  });

  it('of fragments are reported, and so are fewer spectra than stated', async () => {
    const document = mzml(
      [{ profile: FIRST }, { profile: SECOND, terms: term('MS:1000511', '2') }],
      { count: 5 },
    );
    const { rows, problems } = await rowsOf(folderOf([file('run.mzML', document)]));
    expect(rows).toEqual([['run.mzML#scan=1', 'ok']]);
    expect(problems.map(({ message }) => message)).toEqual([
      'run.mzML holds one spectrum of fragments (MS2), which was left out.',
      'run.mzML says that it holds 5 spectra, and 2 were found.',
    ]);
  });
});

describe('files in open formats that cannot be read, in a job', () => {
  it('are rows with a reason, and do not affect the others', async () => {
    const broken = TWO.slice(0, TWO.lastIndexOf('<spectrum') + 40);
    const { rows, problems } = await rowsOf(
      folderOf([
        file('a.txt', '2000 1\n2001 2\n2002 3\n'),
        file('a.xy', profileText(THIRD, { line: (m, i) => `${m},${i},${i},${i}.5` })),
        file('b.mzML', TWO.slice(0, 400)),
        file('c.mzML', broken),
        file('d.mzML.gz', gzipSync(bytesOf(TWO)).slice(0, 40_000)),
        file('e.mzXML', mzxml([{ profile: FIRST, text: '*' }], { parent: '' })),
        file('f.mzML', TWO.replace('utf-8', 'klingon')),
        file('g.txt', profileText(THIRD)),
      ]),
    );
    expect(rows).toEqual([
      ['a.txt', 'peak-list'],
      ['a.xy', 'text-many-columns'],
      ['b.mzML', 'xml-broken'],
      ['c.mzML#scan=1', 'ok'],
      ['d.mzML.gz', 'gzip-truncated'],
      ['e.mzXML', 'binary-base64'],
      ['f.mzML', 'xml-encoding'],
      ['g.txt', 'ok'],
    ]);
    expect(problems.map(({ kind, message }) => [kind, inEnglish(message).slice(-34)])).toEqual([
      ['xml-broken', ' One spectrum was read before that.'.slice(-34)],
    ]);
  });

  it('in other known formats are refused by name, once each', async () => {
    const { rows, problems } = await rowsOf(
      folderOf([
        file('a.xml', '<?xml version="1.0"?>\n<mSD version="2.2"></mSD>'),
        file('b.xml', '<pklist version="1.0"><pk/></pklist>'),
        file('c.xml', '<!-- x --><mzData version="1.05"></mzData>'),
        file('d.xml', '<?xml version="1.0"?><Data vendor="Shimadzu"/>'),
        file('e.txt', 'BEGIN IONS\n2000 1\n2001 1\n2002 1\nEND IONS\n'),
        file('f.btmsp', 'x'),
        file('g.muf', 'x'),
        file('i.xml', '<?xml version="1.0"?><MicrobeNetExport version="1"/>'),
        file('j.imzML', '<mzML><cvList><cv id="IMS" fullName="Imaging"/></cvList></mzML>'),
        file('k.mzML', '<mzML><cvList><cv id="IMS" fullName="Imaging"/></cvList></mzML>'),
        file('h.pkf', 'x'),
        file('z.txt', profileText(THIRD)),
      ]),
    );
    expect(rows).toEqual([['z.txt', 'ok']]);
    expect(problems.map(({ kind }) => kind).sort()).toEqual([
      'format-btmsp',
      'format-imzml',
      'format-mgf',
      'format-microbems',
      'format-msd',
      'format-mzdata',
      'format-peaklist-xml',
      'format-vendor-xml',
    ]);
  });

  it('that have only fragment spectra, or none, fail with a reason', async () => {
    const none = [{ profile: FIRST, terms: term('MS:1000511', '2') }];
    const ran = await run(folderOf([file('a.mzML', mzml(none))]));
    expect(ran.failure?.kind).toBe('document-fragments');
    const empty = await run(folderOf([file('a.mzML', mzml([], { count: null }))]));
    expect(empty.failure?.kind).toBe('document-empty');
  });
});

describe('the plot of a spectrum in an open format', () => {
  it('finds the spectrum by its path in a zip, and by its bytes under another name', async () => {
    const { spectra } = await rowsOf([zipOf([file('run.mzML', TWO)])]);
    const { path, sha256 } = spectra[1]!;
    const reader = new ReaderSession();
    await reader.open([zipOf([file('run.mzML', TWO)])]);
    const wanted = { path, sha256: sha256!, bins: ONE_DALTON_BINS };
    const view = await reader.read(wanted);
    if (!view.ok) throw new Error(inEnglish(view.error.message));
    expect(view.value.mz).toEqual(SECOND.mz);
    await reader.open(folderOf([file('renamed.mzML', TWO)]));
    expect(await reader.read(wanted)).toMatchObject({ ok: true });
  });
});
