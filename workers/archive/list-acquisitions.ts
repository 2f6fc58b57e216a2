import { unreachable } from '../../src/core/result';
import type { InputFile } from '../../src/io/entry';
import type { EntryEvent } from '../../src/io/entry-event';
import { DEFAULT_IO_LIMITS } from '../../src/io/limits';
import { mayBeSpectra, mayBeWorkbook } from '../../src/io/may-be-spectra';
import { listEntries } from '../../src/io/list-entries';
import { OTHERS_NAMED } from '../../src/io/source-listing';
import type { OpenZlib } from '../../src/io/inflate/zlib';
import { readAll, sheetStep } from './make-steps';
import { areOneRun, type Part, PartGroups, partsJoined } from './parts';
import { isSheetHead, OpenFiles, recogniseHead } from './open-files';
import { DirectoryReader, isWanted, type SourceReader, StreamReader } from './source-readers';
import { SheetScopes } from './sheet-scopes';
import type { ArchiveStep } from './api';

/**
 * Lists the acquisitions of a drop. The information that names them is listed first where the source can be
 * searched before reading (a zip's directory, a folder). A tar is listed in the order of its entries.
 *
 * @param sampleSheet chosen beside the drop, in which case sheets inside it are ignored
 * @param openZlib for a .tar.gz; without it the platform inflates
 */
export async function* listAcquisitions(
  files: readonly InputFile[],
  sampleSheet: InputFile | null,
  signal: AbortSignal,
  openZlib?: OpenZlib,
): AsyncGenerator<ArchiveStep, void, void> {
  if (sampleSheet !== null) {
    const { path, blob } = sampleSheet;
    const [bytes] = await readAll([{ kind: 'blob', blob }]);
    yield await sheetStep(bytes!, path);
  }
  const zlib = openZlib === undefined ? {} : { openZlib };
  const options = {
    wanted: isWanted,
    byContent: { mayBe, isUseful },
    limits: DEFAULT_IO_LIMITS,
    signal,
    ...zlib,
  };
  const takesSheets = sampleSheet === null;
  const tars = new Set<number>();
  const readers = new Map<number, SourceReader>();
  const archives = new Map<number, string>();
  const readerOf = (source: number): SourceReader => {
    let reader = readers.get(source);
    if (reader === undefined) {
      const openFiles = new OpenFiles(signal, openZlib, takesSheets);
      const scopes = new SheetScopes(source, archives);
      reader = tars.has(source)
        ? new StreamReader(source, takesSheets, openFiles, scopes)
        : new DirectoryReader(source, takesSheets, openFiles, scopes);
      readers.set(source, reader);
    }
    return reader;
  };
  const groups = new PartGroups(files);
  const parts = new Map<string, Part[]>();
  const listedParts: Listed[] = [];
  const finish = async function* (event: Listed): AsyncGenerator<ArchiveStep, void, void> {
    const reader = readerOf(event.source);
    yield* reader.finish();
    yield othersStep(event, reader.openFiles);
    readers.delete(event.source);
  };
  const partOf = new Map<number, Part>();
  for await (const event of listEntries(files, options)) {
    switch (event.kind) {
      case 'archive': {
        archives.set(event.source, event.path);
        if (event.format !== 'zip') tars.add(event.source);
        const group = event.format === 'zip' ? groups.of(event.path) : null;
        if (group !== null) {
          const part: Part = { source: event.source, path: event.path, entries: [] };
          partOf.set(event.source, part);
          parts.set(group, [...(parts.get(group) ?? []), part]);
        }
        yield { kind: 'archive', source: event.source, path: event.path };
        break;
      }
      case 'entry': {
        const part = partOf.get(event.entry.source);
        if (part !== undefined) part.entries.push(event.entry);
        else yield* readerOf(event.entry.source).add(event.entry);
        break;
      }
      case 'problem':
        yield {
          kind: 'problem',
          problem: event.problem,
          of: event.isRemark === true ? 'file' : 'input',
        };
        break;
      case 'listed':
        // What is in a part may belong to another, so they wait for each other.
        if (partOf.has(event.source)) listedParts.push(event);
        else yield* finish(event);
        break;
      default:
        unreachable(event);
    }
  }
  for (const group of parts.values()) {
    const isOne = group.length > 1 && areOneRun(group);
    if (isOne) yield { kind: 'problem', problem: partsJoined(group), of: 'file' };
    for (const { source, entries } of group) {
      for (const entry of entries) yield* readerOf(isOne ? group[0]!.source : source).add(entry);
    }
  }
  for (const event of listedParts) yield* finish(event);
}

type Listed = Extract<EntryEvent, { kind: 'listed' }>;

/** Decides whether a file is held in memory, since a .tar.gz is read only once. */
function isUseful(head: Uint8Array, size: number): boolean {
  return isSheetHead(head) || recogniseHead({ bytes: head, isWhole: head.length >= size }) !== null;
}

function mayBe(path: string): boolean {
  return mayBeSpectra(path) || mayBeWorkbook(path);
}

/** Reports the files that are not used, according to their names or their contents. */
function othersStep(
  { files, wanted, others }: Listed,
  { others: byContent }: OpenFiles,
): ArchiveStep {
  const paths = [...others, ...byContent.paths].slice(0, OTHERS_NAMED);
  return { kind: 'others', files: files - wanted + byContent.files, paths };
}
