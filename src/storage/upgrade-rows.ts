import { Dexie, type Transaction } from 'dexie';
import type { MarkerEvidence, SampleRow, SpectrumRow } from '../core/job/types';
import { encodePages, type SampleEvidence } from './evidence-pages';
import { encodeChunks, type RowBatch } from './row-chunks';

/** Records of a table that are read at once. */
const STEP = 200;

/** A record of a spectrum or a sample, as versions 1 to 4 of the database stored each by itself. */
interface RowRecord<Row> {
  readonly job: string;
  readonly index: number;
  readonly row: Row;
}

/** Evidence as versions 1 to 4 stored it. The first models knew no tilt and no sensitivity. */
interface EvidenceRecord {
  readonly job: string;
  readonly sample: number;
  readonly evidence: Omit<MarkerEvidence, 'tiltPpmPerKda' | 'sensitivity'> &
    Partial<Pick<MarkerEvidence, 'tiltPpmPerKda' | 'sensitivity'>>;
}

/**
 * Brings the rows of versions 1 to 4, a record each, into chunks. It reads a few hundred records at a time,
 * since a history may be larger than the memory. Records of unknown shapes are left out.
 */
export async function upgradeRows(transaction: Transaction): Promise<void> {
  const jobs = await transaction.table<unknown, string>('jobs').toCollection().primaryKeys();
  for (const job of jobs) {
    let number = 0;
    const add = async (rows: Partial<RowBatch>) => {
      number = await addRows(transaction, job, number, { ...NONE, ...rows });
    };
    for await (const spectra of records<RowRecord<SpectrumRow>>(transaction, 'spectra', job)) {
      await add({ spectra: rowsOf(spectra) });
    }
    for await (const samples of records<RowRecord<SampleRow>>(transaction, 'samples', job)) {
      await add({ samples: rowsOf(samples) });
    }
    for await (const evidence of records<EvidenceRecord>(transaction, 'evidence', job)) {
      await add({ evidence: evidence.flatMap(evidenceOf) });
    }
  }
}

const NONE: RowBatch = { spectra: [], samples: [], evidence: [], withdrawn: [] };

/** @returns the number of the next chunk */
async function addRows(
  transaction: Transaction,
  job: string,
  number: number,
  batch: RowBatch,
): Promise<number> {
  const chunks = encodeChunks(batch, null);
  const pages = encodePages(batch.evidence, []);
  await transaction
    .table('rowChunks')
    .bulkAdd(chunks.map((rows, i) => ({ job, number: number + i, rows })));
  await transaction
    .table('evidencePages')
    .bulkAdd([...pages].map(([page, stored]) => ({ job, page, number, ...stored })));
  return number + chunks.length;
}

/** Reads a job's records of a table in the order of their keys. */
async function* records<StoredRecord extends object>(
  transaction: Transaction,
  name: 'spectra' | 'samples' | 'evidence',
  job: string,
): AsyncGenerator<readonly StoredRecord[]> {
  const table = transaction.table<StoredRecord, [string, number]>(name);
  for (let from: unknown = Dexie.minKey; ;) {
    const range = table
      .where(':id')
      .between([job, from], [job, Dexie.maxKey], from === Dexie.minKey);
    const keys = await range.limit(STEP).primaryKeys();
    if (keys.length === 0) return;
    yield (await table.bulkGet(keys)).filter((record) => record !== undefined);
    from = keys.at(-1)![1];
  }
}

function rowsOf<Row>(records: readonly RowRecord<Row>[]): Row[] {
  return records.flatMap(({ row }) => (typeof row === 'object' && row !== null ? [row] : []));
}

function evidenceOf({ sample, evidence }: EvidenceRecord): readonly SampleEvidence[] {
  const { scores, loci, ions } = (evidence as Partial<MarkerEvidence> | null) ?? {};
  const isWhole = [scores, loci, ions].every((numbers) => numbers instanceof Float32Array);
  if (!isWhole) return [];
  return [
    {
      sample,
      evidence: {
        ...evidence,
        tiltPpmPerKda: evidence.tiltPpmPerKda ?? 0,
        sensitivity: evidence.sensitivity ?? 1,
      },
    },
  ];
}
