import { PbfWriter } from 'pbf';
import { unreachable } from '../result';
import type { AttributeValue, GraphNode, OnnxModel, TensorData, ValueInfo } from './graph';

// Field numbers and enumerations of onnx.proto, IR version 9 (the first that opset 18 to 20 need).
const IR_VERSION = 9;
const ELEMENT = { float32: 1, int32: 6, int64: 7, string: 8, bool: 9, float64: 11 } as const;
const ATTRIBUTE = {
  float: 1,
  int: 2,
  string: 3,
  tensor: 4,
  floats: 6,
  ints: 7,
  strings: 8,
} as const;

/** Writes a model as the bytes of an `.onnx` file. Equal models produce equal bytes. */
export function encodeOnnx(model: OnnxModel): Uint8Array<ArrayBuffer> {
  const pbf = new PbfWriter();
  pbf.writeVarintField(1, IR_VERSION);
  pbf.writeStringField(2, 'ktyper');
  pbf.writeStringField(6, model.description);
  pbf.writeMessage(7, writeGraph, model);
  pbf.writeMessage(8, writeOpset, { domain: '', version: model.opset });
  if (model.mlOpset !== null) {
    pbf.writeMessage(8, writeOpset, { domain: 'ai.onnx.ml', version: model.mlOpset });
  }
  return new Uint8Array(pbf.finish());
}

function writeOpset(opset: { domain: string; version: number }, pbf: PbfWriter): void {
  pbf.writeStringField(1, opset.domain);
  pbf.writeVarintField(2, opset.version);
}

function writeGraph(model: OnnxModel, pbf: PbfWriter): void {
  for (const node of model.nodes) pbf.writeMessage(1, writeNode, node);
  pbf.writeStringField(2, model.name);
  for (const [name, tensor] of model.initializers) {
    pbf.writeMessage(5, writeTensor, { name, tensor });
  }
  for (const value of model.inputs) pbf.writeMessage(11, writeValueInfo, value);
  for (const value of model.outputs) pbf.writeMessage(12, writeValueInfo, value);
}

function writeNode(node: GraphNode, pbf: PbfWriter): void {
  for (const input of node.inputs) pbf.writeStringField(1, input);
  for (const output of node.outputs) pbf.writeStringField(2, output);
  pbf.writeStringField(4, node.operator);
  for (const [name, value] of Object.entries(node.attributes)) {
    pbf.writeMessage(5, writeAttribute, { name, value });
  }
  if (node.domain !== '') pbf.writeStringField(7, node.domain);
}

function writeAttribute(attribute: { name: string; value: AttributeValue }, pbf: PbfWriter): void {
  const { name, value } = attribute;
  pbf.writeStringField(1, name);
  switch (value.type) {
    case 'int':
      pbf.writeVarintField(3, value.value);
      break;
    case 'float':
      pbf.writeFloatField(2, value.value);
      break;
    case 'string':
      pbf.writeStringField(4, value.value);
      break;
    case 'ints':
      pbf.writePackedVarint(8, value.value as number[]);
      break;
    case 'floats':
      pbf.writePackedFloat(7, value.value as number[]);
      break;
    case 'strings':
      for (const text of value.value) pbf.writeStringField(9, text);
      break;
    case 'tensor':
      pbf.writeMessage(5, writeTensor, { name: '', tensor: value.value });
      break;
    default:
      unreachable(value);
  }
  pbf.writeVarintField(20, ATTRIBUTE[value.type]);
}

function writeTensor(entry: { name: string; tensor: TensorData }, pbf: PbfWriter): void {
  const { name, tensor } = entry;
  if (tensor.dims.length > 0) pbf.writePackedVarint(1, tensor.dims as number[]);
  pbf.writeVarintField(2, ELEMENT[tensor.type]);
  if (name !== '') pbf.writeStringField(8, name);
  if (tensor.type === 'string') for (const text of tensor.data) pbf.writeStringField(6, text);
  else pbf.writeBytesField(9, littleEndianBytes(tensor));
}

type NumericTensor = Exclude<TensorData, { readonly type: 'string' }>;

const BYTES = { float32: 4, int32: 4, int64: 8, bool: 1, float64: 8 } as const;

/** Raw tensor data is little-endian on every machine. */
function littleEndianBytes({ type, data }: NumericTensor): Uint8Array {
  const size = BYTES[type];
  const bytes = new Uint8Array(data.length * size);
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < data.length; i += 1) {
    const value = data[i] ?? 0;
    switch (type) {
      case 'float32':
        view.setFloat32(i * size, value, true);
        break;
      case 'float64':
        view.setFloat64(i * size, value, true);
        break;
      case 'int32':
        view.setInt32(i * size, value, true);
        break;
      case 'int64':
        view.setBigInt64(i * size, BigInt(value), true);
        break;
      case 'bool':
        view.setUint8(i, value);
        break;
      default:
        unreachable(type);
    }
  }
  return bytes;
}

function writeValueInfo(value: ValueInfo, pbf: PbfWriter): void {
  pbf.writeStringField(1, value.name);
  pbf.writeMessage(2, writeType, value);
}

function writeType(value: ValueInfo, pbf: PbfWriter): void {
  pbf.writeMessage(1, writeTensorType, value);
}

function writeTensorType(value: ValueInfo, pbf: PbfWriter): void {
  pbf.writeVarintField(1, ELEMENT[value.type]);
  pbf.writeMessage(2, writeShape, value.dims);
}

function writeShape(dims: ValueInfo['dims'], pbf: PbfWriter): void {
  for (const dim of dims) pbf.writeMessage(1, writeDim, dim);
}

function writeDim(dim: number | string, pbf: PbfWriter): void {
  if (typeof dim === 'number') pbf.writeVarintField(1, dim);
  else pbf.writeStringField(2, dim);
}
