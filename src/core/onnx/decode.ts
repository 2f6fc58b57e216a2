import { PbfReader } from 'pbf';
import { problem, type Problem } from '../problem';
import { err, ok, type Result } from '../result';
import { decodeTensor, ELEMENT_TYPES } from './decode-tensor';
import type { DecodedModel, DecodedNode, DecodedValue } from './decoded';
import type { AttributeValue, TensorData } from './graph';
import { DecodeFault } from './decode-fault';
import { sentence } from '../../words/told/sentence';

export type OnnxProblem = Problem<'onnx-size' | 'onnx-malformed'>;

const ONNX_MOST_BYTES = 64 * 1024 * 1024;
const MOST_NODES = 100_000;

/**
 * Decodes the bytes of an `.onnx` file, as far as a graph of plain operators needs it. Decoding stops with a
 * problem at a graph within a graph, a function, or data in another file. The work is linear in the bytes:
 * each is read once, and nothing is read past the end.
 *
 * Source of the format: https://onnx.ai/onnx/repo-docs/IR.html and onnx.proto.
 */
export function decodeOnnx(bytes: Uint8Array): Result<DecodedModel, OnnxProblem> {
  if (bytes.length > ONNX_MOST_BYTES) {
    const values = { count: bytes.length, most: ONNX_MOST_BYTES };
    const message = sentence('modelFile.onnxSize', values);
    return err(problem('onnx-size', message, sentence('modelFile.onnxSizeCure')));
  }
  const model = emptyModel();
  try {
    new PbfReader(bytes).readFields(readModel, model);
  } catch (fault) {
    // The wire reader throws at the end of the bytes and at anything that is not a field.
    const what = fault instanceof DecodeFault ? fault.fault : sentence('modelFile.onnxBytes');
    const message = sentence('modelFile.onnxMalformed', { fault: what });
    return err(problem('onnx-malformed', message, sentence('modelFile.onnxMalformedCure')));
  }
  return ok(model);
}

function emptyModel() {
  return {
    producer: '',
    opsets: new Map<string, number>(),
    inputs: [] as DecodedValue[],
    outputs: [] as DecodedValue[],
    initializers: new Map<string, TensorData>(),
    nodes: [] as DecodedNode[],
  };
}

type ModelParts = ReturnType<typeof emptyModel>;

function readModel(tag: number, model: ModelParts, pbf: PbfReader): void {
  if (tag === 2) model.producer = pbf.readString().slice(0, 60);
  else if (tag === 3) model.producer = `${model.producer} ${pbf.readString().slice(0, 40)}`.trim();
  else if (tag === 7) pbf.readMessage(readGraph, model);
  else if (tag === 8) {
    const opset = pbf.readMessage(readOpset, { domain: '', version: 0 });
    model.opsets.set(plainDomain(opset.domain), opset.version);
  } else if (tag === 20 || tag === 25) {
    throw new DecodeFault(sentence('modelFile.onnxFunctions'));
  }
}

/** Maps `ai.onnx`, a second name of ONNX's own domain, to the first. */
function plainDomain(domain: string): string {
  return domain === 'ai.onnx' ? '' : domain;
}

function readOpset(tag: number, opset: { domain: string; version: number }, pbf: PbfReader): void {
  if (tag === 1) opset.domain = pbf.readString();
  else if (tag === 2) opset.version = pbf.readVarint();
}

function readGraph(tag: number, model: ModelParts, pbf: PbfReader): void {
  if (tag === 1) {
    if (model.nodes.length >= MOST_NODES) throw new DecodeFault(sentence('modelFile.onnxNodes'));
    const node = { operator: '', domain: '', inputs: [], outputs: [], attributes: {} };
    model.nodes.push(pbf.readMessage(readNode, node));
  } else if (tag === 5) {
    const { name, tensor } = decodeTensor(pbf);
    model.initializers.set(name, tensor);
  } else if (tag === 11) {
    model.inputs.push(pbf.readMessage(readValue, { name: '', type: null, dims: null }));
  } else if (tag === 12) {
    model.outputs.push(pbf.readMessage(readValue, { name: '', type: null, dims: null }));
  } else if (tag === 15) {
    throw new DecodeFault(sentence('modelFile.onnxSparse'));
  }
}

interface NodeParts {
  operator: string;
  domain: string;
  readonly inputs: string[];
  readonly outputs: string[];
  readonly attributes: Record<string, AttributeValue>;
}

function readNode(tag: number, node: NodeParts, pbf: PbfReader): void {
  if (tag === 1) node.inputs.push(pbf.readString());
  else if (tag === 2) node.outputs.push(pbf.readString());
  else if (tag === 4) node.operator = pbf.readString();
  else if (tag === 7) node.domain = plainDomain(pbf.readString());
  else if (tag === 5) {
    const parts = pbf.readMessage(readAttribute, new AttributeParts());
    Object.defineProperty(node.attributes, parts.name, { value: parts.value(), enumerable: true });
  }
}

/** AttributeProto. Its `type` says which field counts, and may come last. */
class AttributeParts {
  name = '';
  type = 0;
  float = 0;
  int = 0;
  text = '';
  tensor: TensorData | null = null;
  readonly floats: number[] = [];
  readonly ints: number[] = [];
  readonly texts: string[] = [];

  value(): AttributeValue {
    switch (this.type) {
      case 1:
        return { type: 'float', value: this.float };
      case 2:
        return { type: 'int', value: this.int };
      case 3:
        return { type: 'string', value: this.text };
      case 4:
        if (this.tensor !== null) return { type: 'tensor', value: this.tensor };
        break;
      case 6:
        return { type: 'floats', value: this.floats };
      case 7:
        return { type: 'ints', value: this.ints.map(safe) };
      case 8:
        return { type: 'strings', value: this.texts };
    }
    throw new DecodeFault(sentence('modelFile.onnxAttribute', { name: this.name.slice(0, 60) }));
  }
}

function readAttribute(tag: number, attribute: AttributeParts, pbf: PbfReader): void {
  if (tag === 1) attribute.name = pbf.readString();
  else if (tag === 2) attribute.float = pbf.readFloat();
  else if (tag === 3) attribute.int = safe(pbf.readVarint(true));
  else if (tag === 4) attribute.text = pbf.readString();
  else if (tag === 5) attribute.tensor = decodeTensor(pbf).tensor;
  else if (tag === 7) pbf.readPackedFloat(attribute.floats);
  else if (tag === 8) pbf.readPackedVarint(attribute.ints, true);
  else if (tag === 9) attribute.texts.push(pbf.readString());
  else if (tag === 20) attribute.type = pbf.readVarint();
}

function safe(value: number): number {
  if (Number.isSafeInteger(value)) return value;
  throw new DecodeFault(sentence('modelFile.onnxInteger'));
}

interface ValueParts {
  name: string;
  type: DecodedValue['type'];
  dims: (number | null)[] | null;
}

function readValue(tag: number, value: ValueParts, pbf: PbfReader): void {
  if (tag === 1) value.name = pbf.readString();
  else if (tag === 2) pbf.readMessage(readType, value);
}

/** Reads a TypeProto. Only tensors are supported; a sequence, map, sparse or optional value is not. */
function readType(tag: number, value: ValueParts, pbf: PbfReader): void {
  if (tag === 1) pbf.readMessage(readTensorType, value);
}

function readTensorType(tag: number, value: ValueParts, pbf: PbfReader): void {
  if (tag === 1) value.type = ELEMENT_TYPES.get(pbf.readVarint()) ?? null;
  else if (tag === 2) value.dims = pbf.readMessage(readShape, []);
}

function readShape(tag: number, dims: (number | null)[], pbf: PbfReader): void {
  if (tag !== 1) return;
  if (dims.length >= 16) throw new DecodeFault(sentence('modelFile.onnxDimensions'));
  dims.push(pbf.readMessage(readDim, { size: null as number | null }).size);
}

/** Reads a dimension. One with a name, with nothing, or (as some converters write it) of 0 or -1 can vary. */
function readDim(tag: number, dim: { size: number | null }, pbf: PbfReader): void {
  if (tag !== 1) return;
  const size = pbf.readVarint(true);
  dim.size = size > 0 ? size : null;
}
