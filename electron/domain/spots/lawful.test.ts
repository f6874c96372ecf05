/** Breaks of the radio under the station's rules: nothing forbidden is placed, and caps count the day. */
import { describe, expect, it } from 'vitest';
import { EVERYWHERE } from '../../contract/records/rule';
import { judge } from '../judge/judge';
import { matter, RADIO, rule } from '../judge/samples';
import { lawUnder } from './fixtures';
import { DayCounts, lawAgainst } from './limits';
import type { SpotPiece } from './types';

const AT = Date.parse('2024-11-20T09:00:00+07:00');
const DAY = 86_400_000;
const piece: SpotPiece = {
  ...{ assetId: rule(1, {}).id, ms: 30_000, agencyId: null, category: 'Iklan kampanye' },
  airs: { from: Number.NEGATIVE_INFINITY, until: Number.POSITIVE_INFINITY },
  matter: matter({ category: 'Iklan kampanye', subject: 'Paslon 1' }),
};
const campaign = { ...EVERYWHERE, categories: ['Iklan kampanye'] };

describe('a spot', () => {
  it('is kept from the radio by a rule of the radio, and not by one of videotrons', () => {
    const on = (channel: 'radio' | 'displays') =>
      lawUnder(rule(2, { scope: { ...campaign, channels: [channel] } })).judged;
    expect(lawAgainst(piece, AT, on('radio'))?.code).toBe('judge.refused');
    expect(lawAgainst(piece, AT, on('displays'))).toBeNull();
  });

  it('obeys what is said of breaks alone, which the cart is not asked for', () => {
    const { judged } = lawUnder(
      rule(2, { scope: { ...campaign, breaks: true }, does: { kind: 'longest', ms: 15_000 } }),
    );
    expect(lawAgainst(piece, AT, judged)?.code).toBe('judge.tooLong');
    expect(judge(piece.matter, RADIO, AT, judged.context).allowed).toBe(true);
  });

  it('is capped by the day, each candidate pair apart', () => {
    const cap = rule(3, {
      scope: campaign,
      does: { kind: 'cap', plays: 2, seconds: null, of: 'subject', counts: 'place' },
    });
    const counts = new DayCounts(lawUnder(cap).judged);
    counts.note(piece, AT);
    expect(counts.against(piece, AT + 1)).toBeNull();
    counts.note(piece, AT + 1);
    expect(counts.against(piece, AT + 2)?.code).toBe('judge.capPlays');
    const other = { ...piece, matter: matter({ category: 'Iklan kampanye', subject: 'Paslon 2' }) };
    expect([counts.against(other, AT + 2), counts.against(piece, AT + DAY)]).toEqual([null, null]);
  });
});
