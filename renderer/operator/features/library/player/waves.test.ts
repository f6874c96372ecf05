import { expect, it } from 'vitest';
import { fold, wavePath } from './waves';

it('keeps the loudest peak of each group', () => expect(fold([1, 9, 2, 3, 255, 0], 3)).toEqual([9, 3, 255]));
it('keeps short waveforms as they are', () => expect(fold([4, 5], 10)).toEqual([4, 5]));
it('draws a closed shape about the middle', () => expect(wavePath([255, 0])).toBe('M0,2.0L1,49.5L1,50.5L0,98.0Z'));
it('draws nothing for no peaks', () => expect(wavePath([])).toBe(''));
