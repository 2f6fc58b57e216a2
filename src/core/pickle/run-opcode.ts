import type { ByteCursor } from './byte-cursor';
import type { PickleLimits } from './limits';
import {
  readDecimal,
  readFloat,
  readInt,
  readLatin1,
  readLong,
  readQuoted,
  readRawUnicode,
  readUtf8,
} from './literals';
import type { PickleMachine } from './machine';
import { OPCODE, REFUSED_OPCODES } from './opcodes';
import { dangerousName, malformed, refusedOpcode, tooLarge } from './problems';
import type { PickleValue } from './value';
import { sentence } from '../../words/told/sentence';

/** Executes one instruction other than STOP. Faults are kept in the machine and in the cursor. */
export function runOpcode(
  opcode: number,
  input: ByteCursor,
  machine: PickleMachine,
  limits: PickleLimits,
): void {
  switch (opcode) {
    case OPCODE.PROTO: {
      const version = input.u8();
      if (version > 5) machine.fail(malformed(sentence('modelFile.faultProtocol', { version })));
      return;
    }
    case OPCODE.FRAME: {
      const length = input.u64();
      if (length > input.remaining) input.bytes(length);
      return;
    }

    case OPCODE.NONE:
      return machine.push(null);
    case OPCODE.NEWTRUE:
      return machine.push(true);
    case OPCODE.NEWFALSE:
      return machine.push(false);
    case OPCODE.BININT:
      return machine.push(input.i32());
    case OPCODE.BININT1:
      return machine.push(input.u8());
    case OPCODE.BININT2:
      return machine.push(input.u16());
    case OPCODE.BINFLOAT:
      return machine.push(input.f64());
    case OPCODE.LONG1:
      return machine.push(readLong(short(machine, limits, input.bytes(input.u8()))));
    case OPCODE.LONG4:
      return machine.push(readLong(short(machine, limits, input.bytes(input.u32()))));
    case OPCODE.INT:
      return pushLiteral(
        machine,
        readInt(short(machine, limits, input.line())),
        'modelFile.faultInteger',
      );
    case OPCODE.LONG:
      return pushLiteral(
        machine,
        readDecimal(short(machine, limits, input.line())),
        'modelFile.faultInteger',
      );
    case OPCODE.FLOAT:
      return pushLiteral(machine, readFloat(line(machine, limits, input)), 'modelFile.faultNumber');

    case OPCODE.SHORT_BINUNICODE:
      return pushLiteral(machine, readUtf8(input.bytes(input.u8())), 'modelFile.faultText');
    case OPCODE.BINUNICODE:
      return pushLiteral(machine, readUtf8(input.bytes(input.u32())), 'modelFile.faultText');
    case OPCODE.BINUNICODE8:
      return pushLiteral(machine, readUtf8(input.bytes(input.u64())), 'modelFile.faultText');
    case OPCODE.UNICODE:
      return pushLiteral(
        machine,
        readRawUnicode(line(machine, limits, input)),
        'modelFile.faultText',
      );
    case OPCODE.STRING:
      return pushLiteral(machine, readQuoted(line(machine, limits, input)), 'modelFile.faultText');
    case OPCODE.SHORT_BINSTRING:
      return machine.push(readLatin1(input.bytes(input.u8())));
    case OPCODE.BINSTRING:
      return machine.push(readLatin1(input.bytes(input.u32())));
    case OPCODE.SHORT_BINBYTES:
      return machine.push(input.bytes(input.u8()));
    case OPCODE.BINBYTES:
      return machine.push(input.bytes(input.u32()));
    case OPCODE.BINBYTES8:
    case OPCODE.BYTEARRAY8:
      return machine.push(input.bytes(input.u64()));

    case OPCODE.MARK:
      return machine.mark();
    case OPCODE.POP:
      return machine.popAny();
    case OPCODE.POP_MARK:
      machine.popToMark();
      return;
    case OPCODE.DUP:
      return machine.push(machine.top());

    case OPCODE.EMPTY_TUPLE:
      return machine.pushTuple([]);
    case OPCODE.TUPLE1:
      return machine.pushTuple([machine.pop()]);
    case OPCODE.TUPLE2:
      return machine.pushTuple([machine.pop(), machine.pop()].reverse());
    case OPCODE.TUPLE3:
      return machine.pushTuple([machine.pop(), machine.pop(), machine.pop()].reverse());
    case OPCODE.TUPLE:
      return machine.pushTuple(machine.popToMark());
    case OPCODE.EMPTY_LIST:
      return machine.pushList([]);
    case OPCODE.LIST:
      return machine.pushList(machine.popToMark());
    case OPCODE.APPEND:
      return machine.append([machine.pop()], 'list');
    case OPCODE.APPENDS:
      return machine.append(machine.popToMark(), 'list');
    case OPCODE.EMPTY_SET:
      return machine.pushSet([]);
    case OPCODE.ADDITEMS:
      return machine.append(machine.popToMark(), 'set');
    case OPCODE.FROZENSET:
      return machine.pushSet(machine.popToMark());
    case OPCODE.EMPTY_DICT:
      return machine.pushDict([]);
    case OPCODE.DICT:
      return machine.pushDict(machine.popToMark());
    case OPCODE.SETITEM:
      return machine.setItems([machine.pop(), machine.pop()].reverse());
    case OPCODE.SETITEMS:
      return machine.setItems(machine.popToMark());

    case OPCODE.PUT:
      return machine.put(index(machine, limits, input));
    case OPCODE.BINPUT:
      return machine.put(input.u8());
    case OPCODE.LONG_BINPUT:
      return machine.put(input.u32());
    case OPCODE.MEMOIZE:
      return machine.memoize();
    case OPCODE.GET:
      return machine.get(index(machine, limits, input));
    case OPCODE.BINGET:
      return machine.get(input.u8());
    case OPCODE.LONG_BINGET:
      return machine.get(input.u32());

    case OPCODE.GLOBAL: {
      const module = readLatin1(line(machine, limits, input));
      const name = readLatin1(line(machine, limits, input));
      if (!input.overrun) machine.pushName(module, name);
      return;
    }
    case OPCODE.STACK_GLOBAL: {
      const name = machine.pop();
      const module = machine.pop();
      if (typeof module === 'string' && typeof name === 'string') machine.pushName(module, name);
      else machine.fail(malformed(sentence('modelFile.faultClassName')));
      return;
    }
    case OPCODE.INST: {
      const module = readLatin1(line(machine, limits, input));
      const name = readLatin1(line(machine, limits, input));
      if (!input.overrun) machine.fail(dangerousName(`${module}.${name}`));
      return;
    }
    case OPCODE.REDUCE:
      return machine.pushCall();
    case OPCODE.NEWOBJ:
      return machine.pushObject(false);
    case OPCODE.NEWOBJ_EX:
      return machine.pushObject(true);
    case OPCODE.BUILD:
      return machine.build();

    default: {
      const refused = REFUSED_OPCODES.get(opcode);
      machine.fail(
        refused === undefined
          ? malformed(sentence('modelFile.faultByte', { at: input.position - 1 }))
          : refusedOpcode(...refused),
      );
    }
  }
}

type LiteralFault = 'modelFile.faultInteger' | 'modelFile.faultNumber' | 'modelFile.faultText';

/**
 * Pushes a literal. One that could not be read is a fault, unless it only ends too early, which the cursor
 * notices.
 */
function pushLiteral(machine: PickleMachine, value: PickleValue, fault: LiteralFault): void {
  if (value === null) machine.fail(malformed(sentence(fault)));
  else machine.push(value);
}

function line(machine: PickleMachine, limits: PickleLimits, input: ByteCursor): Uint8Array {
  const bytes = input.line();
  if (bytes.length <= limits.line) return bytes;
  machine.fail(tooLarge(sentence('modelFile.limitLine', { most: limits.line })));
  return bytes.subarray(0, 1);
}

/** Checks that an integer has few bytes, since reading its digits takes more than linear time. */
function short(machine: PickleMachine, limits: PickleLimits, bytes: Uint8Array): Uint8Array {
  if (bytes.length <= limits.integerDigits) return bytes;
  machine.fail(tooLarge(sentence('modelFile.limitDigits', { most: limits.integerDigits })));
  return bytes.subarray(0, 1);
}

function index(machine: PickleMachine, limits: PickleLimits, input: ByteCursor): number {
  const value = readDecimal(short(machine, limits, input.line()));
  if (typeof value === 'number' && value >= 0) return value;
  machine.fail(malformed(sentence('modelFile.faultNumbering')));
  return 0;
}
