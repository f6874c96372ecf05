import { expect, it } from 'vitest';
import type { Probe } from '../../contract/records/asset';
import { video } from '../compile-fixtures';
import { repairFault } from './repairs';

it('mends the colours of a film and not of a still, and says so', () => {
  const picture = { index: 0, codec: 'h264', width: 64, height: 64, frameRate: 25 };
  const probe = { ...video(1, 3000).probe, video: picture } as Probe;
  const range = [{ kind: 'range' as const }];
  expect(repairFault(range, probe)).toBeNull();
  expect(repairFault(range, { ...probe, kind: 'image', durationMs: 0 })).toMatchObject({ code: 'mending.stillRange' });
});
