import type { PlannedPlate, PlannedSpectrum } from './plan-run';

/** Writes `runInfo.json` of a project: the plate's analytes, in the order of their spots. */
export function runInfo(plate: PlannedPlate): string {
  return JSON.stringify({
    ProjectUid: plate.projectUid,
    ProjectName: plate.projectName,
    ProjectType: 'BioTyperMeasurement',
    TargetId: plate.targetId,
    Analytes: plate.spectra.map((planned) => {
      const calibrant = planned.entry.organism.kind === 'calibrant';
      return {
        AnalyteUid: planned.analyteUid,
        AnalyteId: planned.name,
        AnalyteType: calibrant ? 'BTS' : 'Sample',
        Spot: `${planned.spot.name}:0`,
        SpectrumUid: planned.spectrumUid,
        Context: calibrant ? 'autocalibration' : 'id',
        SubPath: `${planned.analyteUid}\\0_${planned.spot.name}\\1`,
        MsblMethod: null,
        Antibiotic: null,
      };
    }),
  });
}

/** Writes `info` of an analyte's folder. */
export function analyteInfo(plate: PlannedPlate, planned: PlannedSpectrum): string {
  return JSON.stringify({
    ProjectUid: plate.projectUid,
    ProjectName: plate.projectName,
    AnalyteUid: planned.analyteUid,
    AnalyteId: planned.name,
    Spot: `${planned.spot.name}:0`,
    SpectrumUid: planned.spectrumUid,
  });
}

/** Writes `statusInfo.json` of a project, with the byte-order mark that the instrument's software writes. */
export function statusInfo(plate: PlannedPlate): string {
  const last = plate.spectra.at(-1)!;
  const record = {
    TimestampS: last.acquiredAt,
    StatusInfo: {
      Status: 'completed',
      Info: null,
      Details: plate.spectra.map((planned) => ({
        Status: 'completed',
        Info: {
          Position: `${planned.spot.name}:0`,
          Saved: true,
          IsZeroline: planned.laserShots === 0,
          Completed: true,
        },
        Type: null,
        Details: null,
      })),
    },
  };
  return `\uFEFF${JSON.stringify(record)}`;
}
