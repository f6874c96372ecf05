import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { EpisodePiece } from '../../contract/records/episode';
import { Approval } from '../../contract/records/matter';
import { heldBack, type Known, lackingOf } from './leave';

const piece = (assetIds: string[], guestIds: string[]): EpisodePiece => ({
  ...{ stepId: 'S', title: '', from: 0, until: 1, assetIds, guestIds },
});
const material = (approval: Approval, trashedAt: number | null = null) => ({ name: 'Cek DPT', approval, trashedAt });
const speaker = (given: boolean) => ({ name: 'Ibu Sari', consent: { given, on: null } });
const GONE: Known = { assetOf: () => undefined, guestOf: () => undefined };
const known = (more: Partial<Known>): Known => ({ ...GONE, ...more });
const codes = (lacking: string[], world: Partial<Known>) =>
  heldBack({ pieces: [piece(['A'], ['G']), piece(['A'], ['G'])], lacking }, known(world)).map(({ code }) => code);

it('holds back what was rejected or thrown into the bin, and who did not agree, each said once', () => {
  const guestOf = () => speaker(true);
  expect(codes([], { guestOf, assetOf: () => material('rejected') })).toEqual(['episode.notApproved']);
  expect(codes([], { guestOf, assetOf: () => material('approved', 1) })).toEqual(['episode.binned']);
  expect(codes([], { guestOf: () => speaker(false), assetOf: () => material('approved') })).toEqual([
    'episode.noConsent',
  ]);
  expect(codes(['A', 'G'], { guestOf, assetOf: () => material('notNeeded') })).toEqual([]);
});

const asset = fc.option(
  fc.record({
    name: fc.constant('Cek DPT'),
    approval: fc.constantFrom(...Approval.options),
    trashedAt: fc.constantFrom(null, 1),
  }),
  { nil: undefined },
);
const guest = fc.option(fc.boolean().map(speaker), { nil: undefined });
const IDS = ['A', 'B', 'G', 'H'];

it('goes by how what is deleted last stood, however often that is looked at', () => {
  const world = fc.record({ A: asset, B: asset, G: guest, H: guest });
  fc.assert(
    fc.property(world, fc.subarray(IDS), ({ A, B, G, H }, lacking) => {
      const assets = new Map(Object.entries({ A, B }));
      const guests = new Map(Object.entries({ G, H }));
      const now: Known = { assetOf: (id) => assets.get(id), guestOf: (id) => guests.get(id) };
      const before = { pieces: [piece(['A', 'B'], ['G']), piece([], ['H'])], lacking };
      const noted = { ...before, lacking: lackingOf(before, now) };
      expect(heldBack(noted, now)).toEqual(heldBack(before, now));
      expect(lackingOf(noted, now)).toEqual(noted.lacking);
      // All are deleted: nothing but what lay in the bin with its leave is heard again, and nothing is silenced.
      const later = heldBack(noted, GONE).length > 0;
      const binned = heldBack(noted, now).every(({ code }) => code === 'episode.binned');
      expect(later).toBe(!binned);
    }),
  );
});
