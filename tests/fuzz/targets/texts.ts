import { isCalibrationSpot } from '../../../src/core/bruker/calibration-spot';
import { decodeText } from '../../../src/core/text';
import { entryRole } from '../../../src/core/bruker/entry-role';
import { AcquisitionFinder } from '../../../src/core/bruker/find-acquisitions';
import { spectrumNames, spotFromPath, uidFromPath } from '../../../src/core/bruker/names';
import { shownNames } from '../../../src/core/bruker/shown-names';
import { isArchiveName } from '../../../src/io/archive-problems';
import { decodeName } from '../../../src/io/decode-name';
import { exportFileName } from '../../../src/io/exports/file-name';
import { isClutter, normalisePath } from '../../../src/io/paths';
import { refusedFormat } from '../../../src/io/refused-formats';
import { kindOfHead } from '../../../src/io/sniff';
import { nameOf } from '../../../src/io/zip/header';
import { matchRoute } from '../../../src/state/route-match';
import { formatTableQuery, parseTableQuery } from '../../../src/state/results/table-query';
import { parseToken } from '../../../src/core/job/token';
import { checkProblem, invariant } from '../check';
import { textMutators } from '../mutate/text';
import { bytesOf, type Target } from '../target';

/** Names of files, one a line, as an archive or a folder has them. */
export const paths: Target = {
  name: 'paths',
  seeds: () =>
    [
      'RUN/A/0_A1/1/1SLin/fid\nRUN/A/0_A1/1/1SLin/acqu\nRUN/A/0_B2/1/1SRef/acqus\n',
      'S/0_L20_1SLin/fid\nBTS/0_A1/1/1SLin/fid\n900.1.LIFT/fid\nx.d/analysis.tdf\n',
      'run/ISOLATE-A/fid\nrun/101/fid\nS/0_A7_1Lin/fid\nS/spotX/1/1SLin/fid\nS/0_A7/1/1Ref/fid\n',
      'C:\\data\\..\\fid\n/etc/passwd\n./a//b/./fid\n__MACOSX/._fid\nsample_sheet.tsv\n',
    ].map(bytesOf),
  mutators: textMutators([
    '/',
    '\\',
    '..',
    '.',
    'fid',
    'acqu',
    'C:',
    '0_A1',
    '.zip',
    '1SLin',
    '1Ref',
  ]),
  run(input) {
    nameOf(input, false, input);
    const finder = new AcquisitionFinder<string>();
    const endings = new Set<string>([kindOfHead(input)]);
    // As they come: a zip takes names that are no UTF-8, too.
    for (const name of decodeName(input).split('\n')) {
      const path = normalisePath(name);
      invariant(normalisePath(path) === path, `${JSON.stringify(path)} is not normal`);
      invariant(!path.split('/').includes('..'), `${JSON.stringify(path)} leads upwards`);
      invariant(!/^\/|\\|\/\//.test(path), `${JSON.stringify(path)} has other separators`);
      endings.add(entryRole(path));
      isClutter(path);
      isArchiveName(path);
      isCalibrationSpot(path, null);
      if (path === '') continue;
      refusedFormat(path);
      const spot = spotFromPath(path);
      const shown = shownNames(path, spectrumNames(path, uidFromPath(path), spot), spot);
      invariant(shown.length > 0 && shown.every(Boolean), `${JSON.stringify(path)} names nothing`);
      finder.add(path, path);
    }
    for (const found of finder.finish()) {
      if (found.kind === 'fid-absent') checkProblem(found.problem);
      endings.add(found.kind);
    }
    return [...endings];
  },
};

/** What a person types, pastes or follows: addresses, tokens, a job's name; and any text file. */
export const addresses: Target = {
  name: 'addresses',
  seeds: () =>
    [
      '/results/0b9c2a54-1f0e-4d39-9a3b-1d2f6c1e0a01?q=kpn&call=a&call=b&sort=-spot&sample=3',
      '/jobs?utm_source=x%20y',
      '/results/%E0%A4%A?status=unread&sort=call',
    ].map(bytesOf),
  mutators: textMutators(['?', '&', '=', '%', '/', 'sort', 'sample', 'q', 'call', '-', '..']),
  run(input) {
    const text = decodeText(input);
    const token = parseToken(text);
    invariant(token === null || /^[0-9a-f-]{36}$/.test(token), `the token ${token}`);
    const file = exportFileName(text, 'tsv');
    invariant(!/[/\\:]|^\./.test(file) && file.length < 200, `the file ${file}`);
    const [path = '', query = ''] = text.split('?', 2);
    const route = matchRoute(path);
    const parsed = parseTableQuery(new URLSearchParams(query));
    const written = formatTableQuery(parsed);
    const again = parseTableQuery(new URLSearchParams(written));
    invariant(formatTableQuery(again) === written, `${written} is read otherwise`);
    return [route.name, token === null ? 'no token' : 'token', parsed.sort?.column ?? 'unsorted'];
  },
};
