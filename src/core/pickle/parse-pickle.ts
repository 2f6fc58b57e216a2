import { err, ok, type Result } from '../result';
import { ByteCursor } from './byte-cursor';
import { PICKLE_LIMITS, type PickleLimits } from './limits';
import { PickleMachine } from './machine';
import type { NameRules } from './names';
import { OPCODE } from './opcodes';
import { type PickleProblem, tooLarge, truncated } from './problems';
import { refuseContainer } from './refuse-container';
import { runOpcode } from './run-opcode';
import type { PickleValue } from './value';

/**
 * Parses a pickle of protocol 0 to 5 without executing anything: classes and calls become records of their
 * names. It stops at a name that is not allowed, at instructions that reach outside the file, at values that
 * hold themselves, and when a limit is exceeded. Like Python, it does not read what follows the end of the
 * pickle.
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
    return err(tooLarge(`it has ${bytes.length} bytes, and ${limits.bytes} are the most`));
  }
  const input = new ByteCursor(bytes);
  const machine = new PickleMachine(rules, limits);
  for (let step = 0; step < limits.opcodes; step++) {
    const opcode = input.u8();
    if (opcode === OPCODE.STOP) {
      const value = machine.pop();
      return machine.fault === null ? ok(value) : err(machine.fault);
    }
    if (!input.overrun) runOpcode(opcode, input, machine, limits);
    if (input.overrun) return err(truncated(bytes.length));
    if (machine.fault !== null) return err(machine.fault);
  }
  return err(tooLarge(`it has more than ${limits.opcodes} instructions`));
}
