import { describe, expect, it } from 'vitest';
import { sampleAsset } from '../../../electron/core/store/samples';
import { troubleOf } from './use-materials';

const DAY = '2024-11-14';
const ready = { ...sampleAsset(), archivedAt: null, trashedAt: null };
const of = (part: Partial<typeof ready>) => troubleOf({ ...ready, state: 'ready', ...part } as typeof ready, DAY);

describe('trouble of material', () => {
  it('says what its papers keep it from, whatever state its file is in', () => {
    expect(of({})).toBeNull();
    expect(of({ ppid: 'exempt' })).toBe('exempt');
    expect(of({ recalledAt: 1 })).toBe('recalled');
    expect(of({ approval: 'pending' })).toBe('pending');
    expect(of({ approval: 'approved', approvedHash: 'f'.repeat(64) })).toBe('otherFile');
    expect(of({ approval: 'approved', approvedHash: ready.hash })).toBeNull();
  });

  it('counts its days with their first and last, and asks about none where no day is meant', () => {
    expect(of({ validFrom: '2024-11-15' })).toBe('early');
    expect(of({ validTo: '2024-11-13' })).toBe('expired');
    expect(of({ validFrom: DAY, validTo: DAY })).toBeNull();
    expect(troubleOf({ ...ready, state: 'ready', validTo: '2024-11-13' } as typeof ready, null)).toBeNull();
  });
});
