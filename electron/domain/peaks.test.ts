import { expect, it } from 'vitest';
import { foldPeaks } from './peaks';

it('keeps the loudest peak of each group', () => expect(foldPeaks([1, 9, 2, 3, 255, 0], 3)).toEqual([9, 3, 255]));
it('keeps short waveforms as they are', () => expect(foldPeaks([4, 5], 10)).toEqual([4, 5]));
