import { expect, it } from 'vitest';
import { wavePath } from './waves';

it('draws a closed shape about the middle', () => expect(wavePath([255, 0])).toBe('M0,2.0L1,49.5L1,50.5L0,98.0Z'));
it('draws nothing for no peaks', () => expect(wavePath([])).toBe(''));
