import { describe, expect, it } from 'vitest';
import type { DisplayStatus } from '../../../electron/contract/live';
import { reason } from '../../../electron/contract/scalars';
import { newId } from '../../../electron/contract/ulid';
import { type DisplayView, refused, toneOf, troublesOf, unready } from './display-health';

const NOW = 1_700_000_000_000;

function view(status: Partial<DisplayStatus>, pairedAt: number | null = NOW - 1000): DisplayView {
  const id = newId();
  const profile = { width: 800, height: 400, fit: 'contain', frameRate: 25, loudnessLufs: null } as const;
  return {
    display: {
      id,
      rev: 0,
      name: 'VT-01',
      place: '',
      zone: 'Asia/Jakarta',
      profile,
      fillerPlaylistId: null,
      pitchMm: null,
      viewingM: null,
      pairedAt,
      createdAt: 0,
    },
    status: {
      displayId: id,
      connected: true,
      since: NOW - 1000,
      expectedRevision: 3,
      holdsRevision: 3,
      missing: { files: 0, bytes: 0 },
      playing: null,
      next: null,
      clock: { offsetMs: 2, errorMs: 1 },
      outbox: 0,
      pictureAt: null,
      faults: [],
      notReady: [],
      ...status,
    },
  };
}

describe('troublesOf', () => {
  it('finds nothing wrong with a display that holds everything', () => {
    expect(troublesOf(view({}), NOW)).toEqual([]);
    expect(toneOf([])).toBe('green');
  });

  it('says first that nobody has paired it, or that it is gone, and nothing that follows from that', () => {
    expect(troublesOf(view({ connected: false, holdsRevision: null }, null), NOW)).toEqual(['notPaired']);
    expect(troublesOf(view({ connected: false, missing: { files: 2, bytes: 9 } }), NOW)).toEqual(['offline']);
    expect(troublesOf(view({ connected: false, since: null }), NOW)).toEqual(['neverSeen']);
  });

  it('lists what is wrong at once', () => {
    const because = { code: 'fault.undecodable', params: {} };
    const sick = view({
      missing: { files: 3, bytes: 1 },
      holdsRevision: 2,
      clock: { offsetMs: 0, errorMs: 300 },
      faults: [{ at: NOW - 1000, reason: because }],
      notReady: [because],
    });
    expect(troublesOf(sick, NOW)).toEqual(['missing', 'behind', 'clock', 'fault', 'notReady']);
    expect(toneOf(troublesOf(sick, NOW))).toBe('amber');
  });

  it.each(['fault.stalled', 'fault.paused', 'fault.restarted'])(
    'lets %s be history once the display plays on, unless it comes again and again',
    (code) => {
      const stall = (ago: number) => ({ at: NOW - ago, reason: { code, params: { name: 'A' } } });
      const playing = (startedAt: number) => ({ name: 'B', assetId: null, startedAt, endsAt: NOW + 9000 });
      const troubles = (status: Partial<DisplayStatus>) => troublesOf(view(status), NOW);
      expect(troubles({ faults: [stall(5000)], playing: playing(NOW - 9000) })).toEqual(['fault']);
      expect(troubles({ faults: [stall(5000)], playing: playing(NOW - 2000) })).toEqual([]);
      expect(troubles({ faults: [stall(5000)], playing: null })).toEqual(['fault']);
      const often = [stall(5000), stall(60_000), stall(120_000)];
      expect(troubles({ faults: often, playing: playing(NOW - 2000) })).toEqual(['fault']);
      const broken = { at: NOW - 5000, reason: { code: 'fault.undecodable', params: {} } };
      expect(troubles({ faults: [broken], playing: playing(NOW - 2000) })).toEqual(['fault']);
    },
  );

  it('tells what a rule refuses from what is not ready', () => {
    const byRule = reason('judge.locked', { name: 'Spot', rule: 'Masa tenang', source: 'PKPU' });
    const unapproved = reason('judge.notApproved', { name: 'Ayo ke TPS' });
    expect(troublesOf(view({ notReady: [byRule] }), NOW)).toEqual(['refused']);
    const both = view({ notReady: [byRule, unapproved] });
    expect(troublesOf(both, NOW)).toEqual(['notReady', 'refused']);
    expect([unready(both.status), refused(both.status)]).toEqual([[unapproved], [byRule]]);
  });

  it('forgets old faults and does not call an uncompiled display behind', () => {
    const old = [{ at: NOW - 3_600_000, reason: { code: 'fault.undecodable', params: {} } }];
    expect(troublesOf(view({ faults: old, expectedRevision: null, holdsRevision: null }), NOW)).toEqual([]);
  });
});
