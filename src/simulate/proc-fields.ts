import { calibrationRecord, type AcquisitionParameters } from './acqu-fields';
import { constantFields, emptyStrings, filled, text, type ParameterFields } from './parameter-file';

/** Numbers and switches of processing that flexControl records but does not do. */
const CONSTANTS = constantFields(`
  ABSF1=10 ABSF2=0 ABSG=5 ABSL=3 AQOP_m=0 AUTOLAB=0 AZFE=0.1 AZFW=0.5 AccE_is=0 Ame=0 BASLSEG=10
  BASLSUB=no BC_mod=0 BYTORDP=0 CLPTS=8 CLSTAT=0 CalPrnt=0 DATMOD=1 DC=1 DTATYPE=0 Dy2max=40
  FILNO=0 FT_mod=0 FWidth=0.75 GB=0.1 GOODNLV=0 HPCon=no INTBC=1 INTSCL=1 ISEN=128 LB=1 LINDIS=0
  LftBHi=0 LftBLo=0 LftOrd=0 Lms2osp=no MAXI=10000 MAXPKS=200 MC2=4 MEAN=0 MI=0 MPWCH=1000
  MPWM=1000 MSDTAID=-1 NC_proc=0 NOISE=0 NSP=1 NTH_PF=0 NTH_PI=0 NZP=0 OCPOrd=0 PC=4 PHC0=0 PHC1=0
  PH_mod=0 POLARI=1 PPERC=80 PP_meth=1 PSDOrd=0 PULSREP=10000 Parent=1000 PsdHi=1.05
  PsdLo=0.85000002 Psdc0=0 Psdc1=0 Psdc2=0 REPHZ=60 REVERSE=no RefFull=0 ReflE=0 RmFrag=yes
  SAMPNO=0 SCALINT=1 SCALSPC=1 SIC_gco=0 SIC_gct=0 SIC_ion=0 SIC_max=0 SIC_min=0 SMONUM=0 SPCOrd=0
  SPOTID=-1 SSB=0 STSI=0 STSR=0 SYMM=0 S_DEV=0 Sens1=100 Sens2=0 Subbasl=no Subbpar=0.80000001
  SumShot=0 T1D=5 TDeff=0 TIC_gco=0 TIC_gct=0 TIC_hig=0 TIC_low=0 TIC_max=0 TIC_min=0 TIC_rhi=1
  TIC_rlo=1 TICcorr=2 TM1=0.1 TM2=0.89999998 Udefl=0 UdetL=2.7 UdetR=0 Uhimass=0 Uis1=20
  Uis2=18.15 Ulens=6 Uref_is=0 WDW=1 XDIM=64 YMIN_p=-2147483648
`);

const EMPTY = emptyStrings(`
  AUNMP Acalm BTMeth CALNAM1 CALNAM2 CALNAM3 CALNAM4 CALNAM5 CALNAM6 CALNAM7 CLREFNM DFILT FAVer
  FUZFILE GENMETH IDref II_path IR_path Mctrlp PCRMETH PEPURL PROCMAC PSmeth PostPr PsdList SEQMETH
  SNPMETH TI XMACRO Xml2
`);

const ARRAYS: readonly [string, string][] = [
  ['CALME', filled(16, 0)],
  ['CALMR', filled(16, 0)],
  ['LftCal', filled(16, 0)],
  ['PDELAY', filled(4, 10)],
  ['PDURA', filled(4, 10)],
  ['PSDOCP', filled(16, 0)],
  ['PSDSPC', filled(16, 0)],
  ['SMOPTS', filled(16, 0)],
  ['WEND', filled(4, 30000)],
  ['WINY', filled(4, 3)],
  ['WSTART', filled(4, 0)],
];

/** Makes the fields of `pdata/1/proc`. `run` is the run's uid, `sample` the acquisition's short path. */
export function procFields(
  acquisition: AcquisitionParameters,
  run: string,
  sample: string,
): ParameterFields {
  const comment = (index: number): string => text(acquisition.comments[index] ?? '');
  return new Map([
    ...CONSTANTS,
    ...EMPTY,
    ...ARRAYS,
    ['ATTEN', String(acquisition.attenuation)],
    ['Acquver', text('AIDA4.7.373.7')],
    ['BLDNM', text('averagine.bld')],
    ['CLDATE', text(`${acquisition.acquiredAt.slice(0, 10)}T06:00:00.000+00:00`)],
    ['CMT1', comment(0)],
    ['CMT2', comment(1)],
    ['COMFILE', text('TofComment')],
    ['CalStat', text(calibrationRecord(acquisition))],
    ['DELAY', String(acquisition.axis.delay)],
    ['ID', text(acquisition.uid)],
    ['OpId', text('SIMULATOR')],
    ['PKFILE', text('masslist')],
    ['REFLIST', text('MBT_Standard')],
    ['RunGUID', text(run)],
    ['SI', String(acquisition.axis.points)],
    ['SMPNAM', text(sample)],
    ['SREGLST', text('R'.repeat(15))],
    ['YMAX_p', String(acquisition.maxCount)],
  ]);
}
