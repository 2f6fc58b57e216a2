import type { Random } from '../../../src/simulate/random';
import type { Bytes, Mutator } from '../target';
import { byteMutators, concat, EDGE_INTEGERS, pick } from './bytes';

/**
 * A message of Protocol Buffers as its fields. Bytes that can be read as a message are taken for one, which
 * gets its length when it is written again.
 * Source: https://protobuf.dev/programming-guides/encoding/
 */
interface Field {
  readonly tag: bigint;
  value:
    | { kind: 'varint'; number: bigint }
    | { kind: 'bytes'; bytes: Bytes }
    | { kind: 'message'; fields: Field[] };
}

const VARINT = 0n;
const FIXED64 = 1n;
const BYTES = 2n;
const FIXED32 = 5n;
const DEEPEST = 8;

/** Returns null when the bytes are not a message. */
function parse(input: Bytes, depth = 0): Field[] | null {
  const fields: Field[] = [];
  let at = 0;
  const varint = (): bigint | null => {
    let number = 0n;
    for (let shift = 0n; shift < 70n && at < input.length; shift += 7n) {
      const byte = input[at++]!;
      number |= BigInt(byte & 0x7f) << shift;
      if (byte < 0x80) return number;
    }
    return null;
  };
  const run = (length: bigint): Bytes | null => {
    if (length > BigInt(input.length - at)) return null;
    at += Number(length);
    return input.slice(at - Number(length), at);
  };
  while (at < input.length) {
    const tag = varint();
    if (tag === null || tag >> 3n === 0n) return null;
    const type = tag & 7n;
    if (type === VARINT) {
      const number = varint();
      if (number === null) return null;
      fields.push({ tag, value: { kind: 'varint', number } });
      continue;
    }
    const length = type === BYTES ? varint() : type === FIXED64 ? 8n : type === FIXED32 ? 4n : null;
    const bytes = length === null ? null : run(length);
    if (bytes === null) return null;
    const inner =
      type === BYTES && depth < DEEPEST && bytes.length > 1 ? parse(bytes, depth + 1) : null;
    fields.push({
      tag,
      value: inner === null ? { kind: 'bytes', bytes } : { kind: 'message', fields: inner },
    });
  }
  return fields;
}

function write(fields: readonly Field[]): Bytes {
  return concat(
    fields.flatMap(({ tag, value }) => {
      if (value.kind === 'varint') return [varintOf(tag), varintOf(value.number)];
      const bytes = value.kind === 'bytes' ? value.bytes : write(value.fields);
      const hasLength = (tag & 7n) === BYTES;
      return [varintOf(tag), ...(hasLength ? [varintOf(BigInt(bytes.length))] : []), bytes];
    }),
  );
}

function varintOf(number: bigint): Bytes {
  const bytes: number[] = [];
  let rest = BigInt.asUintN(64, number);
  for (; rest > 0x7fn; rest >>= 7n) bytes.push(Number(rest & 0x7fn) | 0x80);
  return Uint8Array.from([...bytes, Number(rest)]);
}

function messagesOf(fields: Field[]): Field[][] {
  return [
    fields,
    ...fields.flatMap(({ value }) => (value.kind === 'message' ? messagesOf(value.fields) : [])),
  ];
}

const changeMessage: Mutator = (input, random, another) => {
  const root = parse(input);
  if (root === null || root.length === 0) return input;
  const all = messagesOf(root).filter((fields) => fields.length > 0);
  const fields = pick(random, all);
  const at = random.below(fields.length);
  switch (random.below(6)) {
    case 0:
      fields.splice(at, 1);
      break;
    case 1:
      fields.splice(random.below(fields.length + 1), 0, structuredClone(fields[at]!));
      break;
    case 2: {
      const field = fields[at]!;
      const most = Math.ceil(2 ** 19 / write([field]).length);
      const times = Math.min(pick(random, [10, 300, 5000]), most);
      fields.splice(at, 1, ...new Array<Field>(times).fill(field));
      break;
    }
    case 3: {
      const other = pick(random, messagesOf(parse(another()) ?? []));
      if (other.length > 0)
        fields.splice(at, random.below(2), structuredClone(pick(random, other)));
      break;
    }
    case 4:
      fields[at] = {
        ...fields[at]!,
        tag: (BigInt(1 + random.below(30)) << 3n) | (fields[at]!.tag & 7n),
      };
      break;
    default:
      changeValue(fields[at]!, random);
  }
  return write(root);
};

function changeValue(field: Field, random: Random): void {
  const { value } = field;
  if (value.kind === 'varint') {
    field.value = {
      kind: 'varint',
      number: random.chance(0.5) ? pick(random, EDGE_INTEGERS) : BigInt(random.below(40)),
    };
    return;
  }
  const bytes = value.kind === 'bytes' ? value.bytes : write(value.fields);
  field.value = { kind: 'bytes', bytes: pick(random, byteMutators)(bytes, random, () => bytes) };
}

export const protobufMutators: readonly Mutator[] = [changeMessage];
