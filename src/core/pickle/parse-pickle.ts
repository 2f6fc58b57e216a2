import { err, ok, type Result } from '../result';
import { ByteCursor } from './byte-cursor';
import { PICKLE_LIMITS, type PickleLimits } from './limits';
import { ARRAY_WRAPPER, readWrappedArray } from './joblib';
import { PickleMachine } from './machine';
import type { NameRules } from './names';
import { OPCODE } from './opcodes';
import { type PickleProblem, tooLarge, truncated } from './problems';
import { refuseContainer } from './refuse-container';
import { runOpcode } from './run-opcode';
import type { PickleValue } from './value';
import { sentence } from '../../words/told/sentence';

/**
 * Parses a pickle of protocol 0 to 5 without executing anything: classes and calls become records of their
 * names. It stops at a name that is not allowed, at instructions that reach outside the file, at values that
 * hold themselves, and when a limit is exceeded. Like Python, it does not read what follows the end of the
 * pickle.
 * The arrays that joblib.dump writes between the instructions are read as arrays.
 *
 * The format: https://docs.python.org/3/library/pickletools.html and PEP 307, 3154 and 574.
 *
 * @param bytes the whole file. Not changed; byte strings in the value are views of it.
 */
export function parsePickle(
  bytes: Uint8Array,
  rules: NameRules,
  limits: PickleLimits = PICKLE_LIMITS,
): Result<PickleValue, PickleProblem> {
  const refusal = refuseContainer(bytes);
  if (refusal !== null) return err(refusal);
  if (bytes.length > limits.bytes) {
    return err(
      tooLarge(sentence('modelFile.limitBytes', { count: bytes.length, most: limits.bytes })),
    );
  }
  return new Parser(new ByteCursor(bytes), bytes.length, rules, limits).parse(true);
}

/** Parses the pickle of a file, and those within it: joblib writes arrays of objects so. */
class Parser {
  readonly #input: ByteCursor;
  readonly #length: number;
  readonly #rules: NameRules;
  readonly #limits: PickleLimits;
  #steps = 0;

  constructor(input: ByteCursor, length: number, rules: NameRules, limits: PickleLimits) {
    this.#input = input;
    this.#length = length;
    this.#rules = rules;
    this.#limits = limits;
  }

  /** @param isOuter whether there may be arrays between its instructions, as joblib writes them */
  parse(isOuter: boolean): Result<PickleValue, PickleProblem> {
    const input = this.#input;
    const machine = new PickleMachine(this.#rules, this.#limits);
    while (this.#steps < this.#limits.opcodes) {
      this.#steps++;
      const opcode = input.u8();
      if (opcode === OPCODE.STOP) {
        const value = machine.pop();
        return machine.fault === null ? ok(value) : err(machine.fault);
      }
      if (!input.overrun) runOpcode(opcode, input, machine, this.#limits);
      if (input.overrun) return err(truncated(this.#length));
      if (machine.fault !== null) return err(machine.fault);
      if (opcode === OPCODE.BUILD && isOuter) {
        const fault = this.#readArray(machine);
        if (fault !== null) return err(fault);
      }
    }
    return err(tooLarge(sentence('modelFile.limitInstructions', { most: this.#limits.opcodes })));
  }

  /** Reads the array that follows its head in joblib's files, and puts it in the place of the head. */
  #readArray(machine: PickleMachine): PickleProblem | null {
    const wrapper = machine.recordOnTop(ARRAY_WRAPPER);
    if (wrapper === null) return null;
    const array = readWrappedArray(wrapper, this.#input, () => this.parse(false));
    if (!array.ok) return array.error;
    machine.replaceTop(array.value);
    return this.#input.overrun ? truncated(this.#length) : machine.fault;
  }
}
