/** Rules and material for tests. */
import type { Matter } from '../../contract/records/matter';
import { ALWAYS, EVERYWHERE, type Rule } from '../../contract/records/rule';
import { bookOf } from './book';
import { openBook } from './open';
import { type Context, type Place, TRUSTED } from './types';

export const ZONE = 'Asia/Jakarta';
export const at = (text: string): number => Date.parse(`${text}+07:00`);

const idOf = (n: number) => `01J0000000000000000000${String(n).padStart(4, '0')}`;

/** `n` tells it from others. */
export function rule(n: number, part: Partial<Rule>): Rule {
  return {
    ...{ id: idOf(n), rev: 1, name: `Aturan ${n}`, does: { kind: 'refuse' as const }, source: 'Pasal 1' },
    ...{
      scope: EVERYWHERE,
      time: ALWAYS,
      validFrom: null,
      validTo: null,
      active: true,
      version: 1,
      createdAt: 0,
      createdBy: null,
    },
    ...part,
  };
}

export const matter = (part: Partial<Matter> = {}): Matter => ({
  ...{ assetId: idOf(900), name: 'Ayo ke TPS', hash: 'a'.repeat(64), category: 'Pemilu', agencyId: null },
  ...{ agencyKind: 'commission' as const, ppid: 'anytime' as const, reviewBy: null, approval: 'notNeeded' as const },
  ...{ approvedHash: null, from: null, until: null, subject: null, ms: 30_000, gone: 'no' as const },
  ...part,
});

export const PANEL: Place = { channel: 'displays', id: idOf(800), groupIds: [], site: 'Alun-alun' };
export const RADIO: Place = { channel: 'radio', id: 'radio', groupIds: [], site: '' };

export const CATEGORIES = ['Pemilu', 'Kesehatan', 'Iklan kampanye'];

export function under(rules: readonly Rule[], part: Partial<Parameters<typeof bookOf>[0]> = {}): Context {
  const sources = { rules, calendars: [], lifts: [], categories: CATEGORIES, zone: ZONE, ...part };
  return { book: openBook({ ...bookOf(sources), version: 1, madeAt: 0 }), clock: TRUSTED };
}

/** 24 to 26 November 2024. */
export const LOCK = rule(50, {
  name: 'Masa tenang',
  does: { kind: 'lock' },
  scope: { ...EVERYWHERE, categories: ['Iklan kampanye'] },
  time: { ...ALWAYS, from: '2024-11-24', to: '2024-11-26' },
});
