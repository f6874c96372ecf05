import { expect, it } from 'vitest';
import { prompterKey } from './keys';

it('gives the pedal the speed while it runs, and the items while it stands', () => {
  expect(prompterKey('PageDown', true)).toEqual({ do: 'faster', steps: 3 });
  expect(prompterKey('PageDown', false)).toEqual({ do: 'item', by: 1 });
  expect(prompterKey('PageUp', false)).toEqual({ do: 'item', by: -1 });
  expect(prompterKey(' ', true)).toEqual({ do: 'run' });
  expect(prompterKey('M', false)).toEqual({ do: 'mirrorX' });
  expect(prompterKey('x', false)).toBeNull();
});
