import { expect, it } from 'vitest';
import { Sinks } from './preview';

const sinks = (air: string, cue: string, rehearses: boolean) => {
  const made = new Sinks();
  made.choose('air', air);
  made.choose('cue', cue);
  made.rehearses = rehearses;
  return [made.main, made.isApart];
};

it('a rehearsal sounds apart from the broadcast wherever there is another output', () => {
  expect(sinks('siar', 'dengar', false)).toEqual(['siar', true]);
  expect(sinks('siar', 'dengar', true)).toEqual(['dengar', true]);
  expect(sinks('', 'dengar', true)).toEqual(['dengar', true]);
});

it('one output for both, or none chosen, is never taken for apart', () => {
  expect(sinks('siar', 'siar', true)).toEqual(['siar', false]);
  expect(sinks('siar', '', true)).toEqual(['siar', false]);
  expect(sinks('', '', true)).toEqual(['', false]);
});
