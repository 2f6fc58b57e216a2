import type { PbfReader } from 'pbf';
import { DecodeFault } from './decode-fault';
import type { ElementType } from './decoded';
import type { TensorData } from './graph';
import { sentence } from '../../words/told/sentence';

/** Element types of a classifier's tensors, by their number in onnx.proto. */
export const ELEMENT_TYPES: ReadonlyMap<number, ElementType> = new Map([
  [1, 'float32'],
  [6, 'int32'],
  [7, 'int64'],
  [8, 'string'],
  [9, 'bool'],
  [11, 'float64'],
]);

class TensorParts {
  name = '';
  type = 0;
  raw: Uint8Array | null = null;
  readonly dims: number[] = [];
  readonly texts: string[] = [];
  /** Values of the field of floats, of doubles, of 32-bit or of 64-bit integers; only one of them is used. */
  readonly numbers: number[] = [];
}

/** Reads the TensorProto at the reader's position. Throws a DecodeFault where it is incomplete. */
export function decodeTensor(pbf: PbfReader): { name: string; tensor: TensorData } {
  const parts = pbf.readMessage(readTensor, new TensorParts());
  const { name, dims, raw, texts, numbers } = parts;
  const type = ELEMENT_TYPES.get(parts.type);
  const length = dims.reduce((product, size) => product * size, 1);
  const fault = new DecodeFault(sentence('modelFile.onnxTensor', { name: name.slice(0, 60) }));
  if (type === undefined) {
    throw new DecodeFault(sentence('modelFile.onnxTensorType', { name: name.slice(0, 60) }));
  }
  if (!dims.every((size) => Number.isSafeInteger(size) && size >= 0)) throw fault;
  const found =
    raw !== null && type !== 'string'
      ? readRaw(raw, type, length)
      : type === 'string'
        ? texts
        : numbers;
  if (found === null || found.length !== length) throw fault;
  return { name, tensor: makeTensor(type, dims, found) };
}

function readTensor(tag: number, tensor: TensorParts, pbf: PbfReader): void {
  if (tag === 1) pbf.readPackedVarint(tensor.dims, true);
  else if (tag === 2) tensor.type = pbf.readVarint();
  else if (tag === 4) pbf.readPackedFloat(tensor.numbers);
  else if (tag === 5 || tag === 7) pbf.readPackedVarint(tensor.numbers, true);
  else if (tag === 6) tensor.texts.push(pbf.readString());
  else if (tag === 8) tensor.name = pbf.readString();
  else if (tag === 9) tensor.raw = pbf.readBytes();
  else if (tag === 10) pbf.readPackedDouble(tensor.numbers);
  else if (tag === 13 || tag === 14) {
    if (tag === 13 || pbf.readVarint() !== 0) {
      throw new DecodeFault(sentence('modelFile.onnxElsewhere'));
    }
  }
}

const BYTES = { float32: 4, int32: 4, int64: 8, bool: 1, float64: 8 } as const;

/** Reads raw data, which are little-endian. */
function readRaw(
  bytes: Uint8Array,
  type: Exclude<ElementType, 'string'>,
  length: number,
): number[] | null {
  const size = BYTES[type];
  if (bytes.length !== length * size) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Array.from({ length }, (_, i) => {
    switch (type) {
      case 'float32':
        return view.getFloat32(i * size, true);
      case 'float64':
        return view.getFloat64(i * size, true);
      case 'int32':
        return view.getInt32(i * size, true);
      case 'int64':
        return Number(view.getBigInt64(i * size, true));
      case 'bool':
        return view.getUint8(i);
    }
  });
}

function makeTensor(
  type: ElementType,
  dims: readonly number[],
  items: readonly (string | number)[],
): TensorData {
  const numbers = items as readonly number[];
  switch (type) {
    case 'float32':
      return { type, dims, data: Float32Array.from(numbers) };
    case 'float64':
      return { type, dims, data: Float64Array.from(numbers) };
    case 'int32':
      return { type, dims, data: Int32Array.from(numbers) };
    case 'bool':
      return { type, dims, data: Uint8Array.from(numbers) };
    case 'string':
      return { type, dims, data: items as readonly string[] };
    case 'int64':
      if (!numbers.every(Number.isSafeInteger)) {
        throw new DecodeFault(sentence('modelFile.onnxInteger'));
      }
      return { type, dims, data: numbers };
  }
}
