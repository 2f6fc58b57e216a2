import type { TofCalibration } from '../core/bruker/tof-to-mz';
import { constantFields, emptyStrings, filled, text, type ParameterFields } from './parameter-file';

/** The content of an acquisition's parameter files. */
export interface AcquisitionParameters {
  readonly axis: TofCalibration;
  /** The spectrum's uid. */
  readonly uid: string;
  /** `A1` */
  readonly spot: string;
  /** Folder that the instrument wrote it to, with `\` as separator. */
  readonly folder: string;
  /** ISO 8601 with milliseconds and offset. */
  readonly acquiredAt: string;
  /** Number of laser shots that were summed; 0 when none was accepted. */
  readonly laserShots: number;
  readonly maxCount: number;
  /** Laser attenuation, percent. */
  readonly attenuation: number;
  /** Target position, micrometres. */
  readonly position: { readonly x: number; readonly y: number };
  readonly instrument: string;
  readonly target: string;
  /** Up to four comments. */
  readonly comments: readonly string[];
}

/** Numbers and switches of a linear-mode, positive-ion method, equal in every acquisition. */
const CONSTANTS = constantFields(`
  ACQMID=0 ACQVSMA=3 ACQVSMI=0 ADC=1 ANT=no AOfs=1.3 AQOP_m=0 AQ_mod=1 AccE=20000 AccE_is=0
  AppTyp=0 BYTORDA=0 CIDOn=no CTOF=0 Calmet=1 CapEnt=-4000 CapExit=0 CapHtr=0 Corona=0 Cycle=100
  Cyl=0 DATE=0 DCOff1=0 DComp=no DE=625 DIGTYP=19 DPCAL1=0 DR_end=6 DR_set=12 DR_strt=12 DS=0
  DTATYPE=0 DataTyp=0 DefDly=0 DeflOff=30 DigDep=8 DigTrig=100 DryFlow=0 DrySW=0 DryTemp=150
  EOSTime=0.92799997 EndP=-3500 Enhance=no EsiMode=0 Extract=0 FASTON=no FOV=20 FPCAL1=1 FPCAL2=0
  FPCAL3=0 FPMASS=2466.7 FPON=no FPSHIFT=0 FW=2500 FpWinHi=0 FpWinLo=0 GDEDLY=0 GDEON=yes
  GDETime=0 GSpotId=0 GSpotno=0 GatStr=0 Gate=100 HITURBO=no HPCML3=0 HPClBHi=0 HPClBLo=0
  HPClOrd=0 HPClUse=no Hpcgc0=0 Hpcgc2=0 IS2BNDV=0 ISD=no InstTyp=9 IsCalib=no LASP=1 LBNDVAL=0
  LINDIS=0 LLNSBND=no LasFoc=-1 LftHV1=0 LftHV2=0 Lift1=0 Lift2=0 MC2=4 MSupMz=0 MW_low=15
  MapMode=0 Masserr=120 MatSup=0 NBL=1 NC=0 NS=16 NSdigit=1 NebFlow=0 NebSW=0 NebTemp=30
  OFFSET=1000 PAPS=0 PIEDLY=130 POLARI=1 PR=1 PULSER=10 PULSREP=10000 Parent=1000 RBNDVAL=0
  REPHZ=60 RFAmp=600 RFFreq=5 RG=1 RLNSBND=no RTSmoo=0 Realign=0 Ref2=0 RefFull=0 ReflE=0 Repel=20
  RetTime=0 RunDId=0 RunId=0 SF=0 SFO1=0 SPType=0 SW=0 SW_p=100 SampId=0 Sens1=100 Sens2=0
  Skim1=20 SumShot=0 Sync=1 TIB=5 TLft=0 TLftCor=0 TLift=0 TPLMS=0 TargId=0 TgCount=0 Trans=100
  Trap=45 UDeflL=0 UGrid=0 UIS2BND=no ULensR=0 UPAcc=0 URepel=9000 Udefl=0 UdetL=2.7 UdetR=0
  Uhim=0 Uhimass=0 Uis1=20 Uis2=18.15 Ulens=6 Uref_is=0 Urefl=0 XLens=-50 YMIN_a=-2147483648
`);

const EMPTY = emptyStrings(`
  CALNAM1 CALNAM2 CALNAM3 CALNAM4 CALNAM5 CALNAM6 CALNAM7 DOMNAME FAMeth FASTCal GEOFILE Gelcode
  HPCStr Mctrlst OS9PATH PARNM PEPURL PULPROG PostPr RUNNM TgSer TgTyp VOLTNM Warplc1 Warplc2 Xml1
`);

const ARRAYS: readonly [string, string][] = [
  ['CALME', filled(16, 0)],
  ['CALMR', filled(16, 0)],
  ['D', filled(32, 0)],
  ['HPCal', filled(32, 0)],
  ['IN', filled(32, 0.001)],
  ['LIFTC', filled(3, 0)],
  ['P', filled(32, 0)],
  ['PDELAY', filled(4, 10)],
  ['PDURA', filled(4, 10)],
  ['PLMSC', filled(3, 0)],
  ['QS', filled(8, 83)],
  ['SMOPTS', filled(16, 0)],
  ['WEND', filled(4, 30000)],
  ['WINY', filled(4, 3)],
  ['WSTART', filled(4, 0)],
];

const SOFTWARE_VERSION = '3.4.135.12';
const ACQU_STRINGS: readonly [string, string][] = [
  ['ACQMETH', text('D:\\Methods\\flexControlMethods\\MBT_FC.par')],
  ['AUNM', text('\u0001'.repeat(23))],
  ['AXMeth', text('MBT_AutoX_smart')],
  ['CHIPNO', text('0')],
  ['FCVer', text(`flexControl ${SOFTWARE_VERSION}`)],
  ['INSTRUM', text('FLEX-PC')],
  ['OpId', text('SIMULATOR')],
  ['VDLIST', text('D'.repeat(15))],
  ['XACQVS', text('3.0')],
];

/** Makes the fields of an `acqu` file that a Biotyper's flexControl 3.4 writes. */
export function acquFields(acquisition: AcquisitionParameters): ParameterFields {
  const { axis, position } = acquisition;
  const comment = (index: number): string => text(acquisition.comments[index] ?? '');
  return new Map([
    ...CONSTANTS,
    ...EMPTY,
    ...ARRAYS,
    ...ACQU_STRINGS,
    ['ATTEN', fifteenDigits(acquisition.attenuation)],
    ['AQ_DATE', text(acquisition.acquiredAt)],
    ['CMT1', comment(0)],
    ['CMT2', comment(1)],
    ['CMT3', comment(2)],
    ['CMT4', comment(3)],
    ['CalStar', text(calibrationRecord(acquisition))],
    ['DELAY', String(axis.delay)],
    ['DW', String(axis.dwell)],
    ['Flatlin', acquisition.maxCount === 0 ? 'yes' : 'no'],
    ['ID_raw', text(acquisition.uid)],
    ['InstrID', text(acquisition.instrument)],
    ['ML1', fifteenDigits(axis.ml1)],
    ['ML1_raw', fifteenDigits(axis.ml1)],
    ['ML2', fifteenDigits(axis.ml2)],
    ['ML2_raw', fifteenDigits(axis.ml2)],
    ['ML3', fifteenDigits(axis.ml3)],
    ['ML3_raw', fifteenDigits(axis.ml3)],
    ['MOTPOS', text(`(${position.x.toFixed(1)},${position.y.toFixed(1)})`)],
    ['NTBCal', text(calibrator(axis))],
    ['NTBCalr', text(calibrator(axis))],
    ['NoSHOTS', String(acquisition.laserShots)],
    ['PATCHNO', text(acquisition.spot)],
    ['PATH', text(acquisition.folder)],
    ['SPOTNO', text(acquisition.spot)],
    ['TD', String(axis.points)],
    ['TgIDS', text(acquisition.target)],
    ['YMAX_a', String(acquisition.maxCount)],
  ]);
}

/** Writes the record of the axis's calibration as XML, whose angle brackets lie inside a `<...>` string. */
export function calibrationRecord(acquisition: AcquisitionParameters): string {
  const day = acquisition.acquiredAt.slice(0, 10);
  return (
    '<?xml version="1.0" encoding="ISO-8859-1"?><cs version="1.0"><cm>Quadratic</cm>' +
    `<cd>${day}T06:00:00.000+00:00</cd><cr>OK</cr><pn>flexControl</pn>` +
    `<pv>${SOFTWARE_VERSION}</pv><mcl>MBT_Standard</mcl></cs>`
  );
}

/** Writes the same constants in the form of the newer software: a quadratic calibration, no HPC. */
function calibrator(axis: TofCalibration): string {
  const constants =
    `V3.0CTOFCalibrationConstants ${axis.delay} ${axis.dwell} ` +
    `${axis.ml2} ${axis.ml1} ${axis.ml3} 2`;
  return (
    'V3.0CCalibrator 1 1 0 0 -2147483648 2147483647  V1.0CHPCData  Order 0 vCoeff ' +
    'V1.0VectorDouble 0  c2 0 c0 0 minMass 0 maxMass 0 bUse 0 endCHPCData ' +
    `${constants} ${constants}  `
  );
}

function fifteenDigits(value: number): string {
  return String(Number(value.toPrecision(15)));
}
