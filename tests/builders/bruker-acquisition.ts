/** The calibration of a real Biotyper run (data/klebsiella-plate-rows-A-D), from m/z 1,999.8 to 20,997.0. */
export const CALIBRATION = {
  ml1: 5399308.43132565,
  ml2: 417.068833806938,
  ml3: -0.0141687138206931,
  delay: 19634,
  dwell: 2,
  points: 21424,
} as const;

/** Fields of an acqu in the form that flexControl writes; `null` leaves a field out. */
export type TextFields = Readonly<Record<string, string | null>>;

const FIELDS: Readonly<Record<string, string>> = {
  AQOP_m: '0',
  BYTORDA: '0',
  DELAY: '19634',
  DW: '2',
  HPClBHi: '0',
  HPClBLo: '0',
  HPClOrd: '0',
  HPClUse: 'no',
  ML1: '5399308.43132565',
  ML2: '417.068833806938',
  ML3: '-0.0141687138206931',
  NoSHOTS: '240',
  SPType: '0',
  TD: '21424',
  AQ_DATE: '<2019-12-12T10:32:10.752+11:00>',
  CALME: '(0..15) \r\n0 0 0 0 0 0 0 0 \r\n0 0 0 0 0 0 0 0',
  CMT1: '<>',
  CMT2: '<>',
  CMT3: '<>',
  CMT4: '<>',
  CalStar: '<<?xml version="1.0" encoding="ISO-8859-1"?><cs version="1.0"><ca>x</ca></cs>>',
  FCVer: '<flexControl 3.4.135.12>',
  ID_raw: '<63525f31-581c-4d03-ae19-29ec940ca2eb>',
  InstrID: '<8269944.03923>',
  NTBCal:
    '<V3.0CCalibrator 1 1 0 0 -2147483648 2147483647  V1.0CHPCData  Order 0 V3.0CTOFCalibrationConstants 19634 2 417.06883380693762 5399308.4313256489 -0.014168713820693077 2  >',
  PATCHNO: '<D12>',
  TgIDS: '<G_59B48479_AC3B_4BDA_A03A109744F1BDAA>',
};

export function buildAcqu(overrides: TextFields = {}): Uint8Array {
  const fields = { ...FIELDS, ...overrides };
  const lines = Object.entries(fields).flatMap(([key, value]) =>
    value === null ? [] : [`##$${key}= ${value} `],
  );
  return bytesOf(
    ['##TITLE=  XMASS Parameter file', '##JCAMPDX=  5.0', ...lines, '##END=', '', ''].join('\r\n'),
  );
}

export function buildFid(counts: ArrayLike<number>, littleEndian = true): Uint8Array {
  const bytes = new Uint8Array(4 * counts.length);
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < counts.length; i++) view.setInt32(4 * i, counts[i]!, littleEndian);
  return bytes;
}

/** Returns counts with a falling background and a few peaks, the same at each call. */
export function someCounts(points: number = CALIBRATION.points): Int32Array {
  return Int32Array.from({ length: points }, (_, i) => {
    const peaks = [2500, 6000, 9000, 14000].map((at) => 4000 * Math.exp(-(((i - at) / 6) ** 2)));
    return Math.round(
      800 * Math.exp(-i / 6000) + (i % 7) + peaks.reduce((sum, height) => sum + height, 0),
    );
  });
}

export function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** Compares two long arrays value by value, which is far faster than the test runner's own comparison. */
export function sameValues(a: ArrayLike<number>, b: ArrayLike<number>): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (!Object.is(a[i], b[i])) return false;
  return true;
}
