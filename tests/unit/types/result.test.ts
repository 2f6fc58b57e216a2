import { expectTypeOf, it } from 'vitest';
import { type Problem, problem } from '../../../src/core/problem';
import { err, ok, type Result } from '../../../src/core/result';

function half(value: number): Result<number, Problem<'odd'>> {
  return value % 2 === 0
    ? ok(value / 2)
    : err(problem('odd', `${value} has no half.`, 'Choose an even number.'));
}

it('a result exposes its value or its error only after a check', () => {
  const result = half(4);
  // @ts-expect-error: the value may be absent
  void (result.value as unknown);
  // @ts-expect-error: the error may be absent
  void (result.error as unknown);
  if (result.ok) expectTypeOf(result.value).toEqualTypeOf<number>();
  else expectTypeOf(result.error).toEqualTypeOf<Problem<'odd'>>();
});

it('a problem of one kind is a problem, and not one of another kind', () => {
  expectTypeOf<Problem<'odd'>>().toExtend<Problem>();
  expectTypeOf<Problem>().not.toExtend<Problem<'odd'>>();
  expectTypeOf<Problem<'odd'>>().not.toExtend<Problem<'even'>>();
  expectTypeOf(problem('odd', '', '').kind).toEqualTypeOf<'odd'>();
});

it('results and problems are read-only', () => {
  const result = half(4);
  // @ts-expect-error: read-only
  result.ok = false;
  const fault = problem('odd', '', '');
  // @ts-expect-error: read-only
  fault.message = 'even';
});
