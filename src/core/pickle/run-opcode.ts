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
      if (version > 5) machine.fail(malformed(`its protocol ${version} is not known`));
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
      return pushLiteral(machine, readInt(short(machine, limits, input.line())), 'an integer');
    case OPCODE.LONG:
      return pushLiteral(machine, readDecimal(short(machine, limits, input.line())), 'an integer');
    case OPCODE.FLOAT:
      return pushLiteral(machine, readFloat(line(machine, limits, input)), 'a number');

    case OPCODE.SHORT_BINUNICODE:
      return pushLiteral(machine, readUtf8(input.bytes(input.u8())), 'a text');
    case OPCODE.BINUNICODE:
      return pushLiteral(machine, readUtf8(input.bytes(input.u32())), 'a text');
    case OPCODE.BINUNICODE8:
      return pushLiteral(machine, readUtf8(input.bytes(input.u64())), 'a text');
    case OPCODE.UNICODE:
      return pushLiteral(machine, readRawUnicode(line(machine, limits, input)), 'a text');
    case OPCODE.STRING:
      return pushLiteral(machine, readQuoted(line(machine, limits, input)), 'a text');
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
      else machine.fail(malformed('the name of a class in it is no text'));
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
          ? malformed(`byte ${input.position - 1} is no instruction`)
          : refusedOpcode(...refused),
      );
    }
  }
}

/**
 * Pushes a literal. One that could not be read is a fault, unless it only ends too early, which the cursor
 * notices.
 */
function pushLiteral(machine: PickleMachine, value: PickleValue, what: string): void {
  if (value === null) machine.fail(malformed(`${what} in it is not one`));
  else machine.push(value);
}

function line(machine: PickleMachine, limits: PickleLimits, input: ByteCursor): Uint8Array {
  const bytes = input.line();
  if (bytes.length <= limits.line) return bytes;
  machine.fail(tooLarge(`a line has more than ${limits.line} bytes`));
  return bytes.subarray(0, 1);
}

/** Checks that an integer has few bytes, since reading its digits takes more than linear time. */
function short(machine: PickleMachine, limits: PickleLimits, bytes: Uint8Array): Uint8Array {
  if (bytes.length <= limits.integerDigits) return bytes;
  machine.fail(tooLarge(`an integer has more than ${limits.integerDigits} digits`));
  return bytes.subarray(0, 1);
}

function index(machine: PickleMachine, limits: PickleLimits, input: ByteCursor): number {
  const value = readDecimal(short(machine, limits, input.line()));
  if (typeof value === 'number' && value >= 0) return value;
  machine.fail(malformed('it numbers a value in no valid way'));
  return 0;
}
