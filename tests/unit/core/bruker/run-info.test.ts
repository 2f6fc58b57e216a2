import { describe, expect, it } from 'vitest';
import { joinTitles } from '../../../../src/core/bruker/join-titles';
import { AnalyteIndex } from '../../../../src/core/bruker/analyte-index';
import { calibrationSpot } from '../../../../src/core/bruker/calibration-spot';
import { parseAnalyteInfo, parseRunInfo } from '../../../../src/core/bruker/run-info';
import { bytesOf } from '../../../builders/bruker-acquisition';
import { inEnglish } from '../../../../src/words/in-words';
import { spoken } from '../../../builders/spoken';

const RUN = {
  ProjectUid: '28a587da',
  ProjectName: '191212-1014-1011022437',
  Analytes: [
    {
      AnalyteUid: 'dff14d6d',
      AnalyteId: 'KPN336',
      Spot: 'D12:0',
      SpectrumUid: '63525F31',
      Context: 'id',
      SubPath: 'dff14d6d\\0_D12\\1',
    },
    {
      AnalyteUid: 'aaaa0001',
      AnalyteId: 'KPN337',
      Spot: 'E1:0',
      SpectrumUid: 'bbbb0001',
      Context: 'id',
      SubPath: 'aaaa0001\\0_E1\\1',
    },
    {
      AnalyteUid: 'aaaa0002',
      AnalyteId: 'QC',
      Spot: 'H12:0',
      SpectrumUid: 'bbbb0002',
      Context: 'calibration',
      SubPath: 'aaaa0002\\0_H12\\1',
    },
  ],
};
const json = (value: unknown) => bytesOf(JSON.stringify(value));

function parsed(value: unknown) {
  const run = parseRunInfo(value instanceof Uint8Array ? value : json(value), 'P/runInfo.json');
  if (!run.ok) throw new Error(inEnglish(run.error.message));
  return run.value;
}

describe('runInfo.json', () => {
  it('has the title, and the name, spot and location of each analyte', () => {
    const run = parsed(RUN);
    expect(run).toMatchObject({ projectUid: '28a587da', title: '191212-1014-1011022437' });
    expect(run.analytes[0]).toEqual({
      analyteUid: 'dff14d6d',
      name: 'KPN336',
      spot: 'D12',
      spectrumUid: '63525F31',
      context: 'id',
      subPath: 'dff14d6d/0_D12/1',
    });
  });

  it('is the same with a byte-order mark', () => {
    expect(parsed(bytesOf(`\uFEFF${JSON.stringify(RUN)}`))).toEqual(parsed(RUN));
  });

  it('treats fields of a wrong type as absent and numbers as names, and skips what is not an analyte', () => {
    const run = parsed({
      ProjectUid: ['x'],
      ProjectName: null,
      Analytes: [
        { AnalyteId: 336, Spot: { a: 1 }, SpectrumUid: 'u' },
        7,
        null,
        [],
        {},
        'text',
        { AnalyteId: 'y'.repeat(10_000) },
      ],
      extra: { deep: [[[]]] },
    });
    expect(run).toMatchObject({ projectUid: null, title: null });
    expect(run.analytes).toHaveLength(2);
    expect(run.analytes[0]).toMatchObject({ name: '336', spot: '', context: '' });
    expect(run.analytes[1]!.name).toHaveLength(300);
  });

  it('cannot reach any prototype', () => {
    const hostile = bytesOf(
      '{"__proto__":{"title":"x"},"constructor":1,"Analytes":[{"__proto__":{"AnalyteId":"evil"},"SpectrumUid":"u"}]}',
    );
    expect(parsed(hostile).analytes).toMatchObject([{ name: '', spectrumUid: 'u' }]);
    expect(Object.prototype).not.toHaveProperty('title');
  });

  it.each([
    ['no JSON', bytesOf('{"ProjectUid":')],
    ['no object', json([1, 2])],
    ['no list of analytes', json({ ProjectUid: 'x', Analytes: 5 })],
    ['nothing', new Uint8Array()],
    ['nested without end', bytesOf('['.repeat(200_000))],
    ['far too large', new Uint8Array(9 * 1024 * 1024).fill(32)],
  ])('that is %s gives a Problem, and is not needed for the spectra', (_, bytes) => {
    const run = parseRunInfo(bytes, 'P/runInfo.json');
    expect(run).toMatchObject({
      ok: false,
      error: { kind: 'run-info-unreadable', path: 'P/runInfo.json' },
    });
  });
});

describe('an analyte’s info', () => {
  const info = {
    ProjectUid: '28a587da',
    ProjectName: 'T',
    AnalyteUid: 'dff14d6d',
    AnalyteId: '336',
    Spot: 'D12:0',
    SpectrumUid: '63525f31',
  };

  it('has the same fields for one analyte', () => {
    expect(parseAnalyteInfo(json(info))).toEqual({
      projectUid: '28a587da',
      title: 'T',
      analytes: [
        {
          analyteUid: 'dff14d6d',
          name: '336',
          spot: 'D12',
          spectrumUid: '63525f31',
          context: '',
          subPath: '',
        },
      ],
    });
  });

  it('is null for a file of that name with other content', () => {
    expect(parseAnalyteInfo(bytesOf('Measured on Monday'))).toBeNull();
    expect(parseAnalyteInfo(json([]))).toBeNull();
    expect(parseAnalyteInfo(json({ a: 1 }))).toBeNull();
  });
});

describe('the analyte of a spectrum', () => {
  const infoOf = (name: string) =>
    parseAnalyteInfo(json({ AnalyteUid: 'dff14d6d', AnalyteId: name, SpectrumUid: '63525f31' }))!;

  function index() {
    const analytes = new AnalyteIndex();
    analytes.addRunInfo(parsed(RUN), 'P/runInfo.json');
    return analytes;
  }

  it('is found by the uid, in upper or lower case', () => {
    expect(index().find('63525f31', 'elsewhere/fid')?.name).toBe('KPN336');
  });

  it('is found by SubPath, and by the analyte’s folder for other measurements of it', () => {
    expect(index().find(null, 'P/aaaa0001/0_E1/1/1SLin/fid')?.name).toBe('KPN337');
    expect(index().find('another', 'P/AAAA0001/0_E1/2/1SLin/fid')?.name).toBe('KPN337');
    expect(index().find(null, 'Q/aaaa0001/0_E1/1/1SLin/fid')).toBeNull();
  });

  it('is found for a runInfo.json at the root of the archive', () => {
    const analytes = new AnalyteIndex();
    analytes.addRunInfo(parsed(RUN), 'runInfo.json');
    expect(analytes.find(null, 'aaaa0001/0_E1/1/1SLin/fid')?.spot).toBe('E1');
  });

  it('is that of runInfo.json if info differs (KPN336 and 336 on a real plate)', () => {
    const analytes = index();
    analytes.addAnalyteInfo(infoOf('336'), 'P/dff14d6d/info');
    expect(analytes.find('63525f31', 'P/dff14d6d/0_D12/1/1SLin/fid')?.name).toBe('KPN336');
  });

  it('is that of info if there is no runInfo.json', () => {
    const analytes = new AnalyteIndex();
    analytes.addAnalyteInfo(infoOf('336'), 'P/dff14d6d/info');
    expect(analytes.find('63525f31', 'x/fid')?.name).toBe('336');
    expect(analytes.find(null, 'P/dff14d6d/0_D12/1/1SLin/fid')?.name).toBe('336');
    expect(analytes.find(null, 'P/other/0_D12/1/1SLin/fid')).toBeNull();
    expect(analytes.summarise([])).toEqual({
      projectUid: null,
      title: null,
      listed: 0,
      missing: [],
    });
  });

  it('is unknown without any run information', () => {
    const analytes = new AnalyteIndex();
    expect(analytes.find('63525f31', 'P/x/fid')).toBeNull();
    expect(analytes.summarise([{ uid: 'a', path: 'b' }])).toBeNull();
  });

  it('is not missing as long as the acquisitions are unknown', () => {
    expect(index().summarise(null)).toMatchObject({ listed: 2, missing: [] });
  });

  it('is reported if it is listed but has no spectrum, unless it is a calibrant', () => {
    expect(index().summarise([{ uid: '63525f31', path: 'x/fid' }])).toEqual({
      projectUid: '28a587da',
      title: '191212-1014-1011022437',
      listed: 2,
      missing: [{ name: 'KPN337', spot: 'E1' }],
    });
  });

  it('is in a run with the titles of all its projects', () => {
    const analytes = index();
    analytes.addRunInfo(parsed({ ProjectName: 'Second', Analytes: [] }), 'Q/runInfo.json');
    expect(analytes.summarise([])?.title).toBe('191212-1014-1011022437, Second');
  });
});

describe('a calibration spot', () => {
  it.each(['BTS/0_A1/1/1SLin/fid', 'P/Autocalibration/x/0_A1/1/1SLin/fid', 'P/bts_2/0_A1/1/fid'])(
    'is recognised by its folder: %s',
    (path) => {
      expect(calibrationSpot(path, null)).toMatchObject({ kind: 'calibration-spot', path });
    },
  );

  it('is recognised by its context, which is reported, and by the analyte’s name', () => {
    const [sample, , calibrant] = parsed(RUN).analytes;
    expect(spoken(calibrationSpot('P/x/fid', calibrant!)?.message)).toBe(
      'This is a calibration spot (context calibration), not a sample: it was left out.',
    );
    expect(calibrationSpot('P/x/fid', { ...sample!, name: 'BTS' })?.kind).toBe('calibration-spot');
  });

  it('is not any folder that contains those letters, nor an analyte without a context', () => {
    const [sample] = parsed(RUN).analytes;
    expect(calibrationSpot('BTS runs of 2020/X/0_A1/1/1SLin/fid', null)).toBeNull();
    expect(calibrationSpot('P/ABTS/0_A1/1/1SLin/fid', sample!)).toBeNull();
    expect(calibrationSpot('P/x/fid', { ...sample!, context: '' })).toBeNull();
    expect(calibrationSpot('P/x/fid', { ...sample!, context: 'ID' })).toBeNull();
  });
});

describe('the titles of several runs', () => {
  it.each([
    [[], null],
    [['Monday'], 'Monday'],
    [['Monday', 'Tuesday', 'Monday', 'Friday'], 'Monday, Tuesday, Friday'],
    [['A', 'B', 'C', 'D'], 'A, B and 2 more'],
    [Array.from({ length: 208 }, (_, i) => `Plate ${i + 1}`), 'Plate 1, Plate 2 and 206 more'],
  ])('%j become one', (titles, title) => {
    expect(joinTitles(titles)).toBe(title);
  });
});
