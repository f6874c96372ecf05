/** The shares that the law asks of a broadcaster's advertising (UU 32/2002 art. 46). Pure. */
import type { AdShares } from '../../contract/api/spots';
import type { BookingPurpose } from '../../contract/records/booking';
import type { AdLaw } from '../../contract/records/settings';
import { spansOf } from '../calendar';

/** Time on air, ms, of each kind. */
export type AirTimes = Readonly<Record<BookingPurpose, number>>;
export const NOTHING: AirTimes = { ilm: 0, partner: 0, station: 0 };

export const addTimes = (a: AirTimes, b: AirTimes): AirTimes => ({
  ilm: a.ilm + b.ilm,
  partner: a.partner + b.partner,
  station: a.station + b.station,
});

/** For how long the station is on air each day, ms. */
export const dailyMs = ({ onAir }: Pick<AdLaw, 'onAir'>): number =>
  spansOf([onAir]).reduce((sum, { start, end }) => sum + end - start, 0);

/**
 * `ilmOf` all: of all advertising, which public service announcements are part of. `commercial`: held against the commercial part
 * alone. Where nothing was advertised, nothing is asked.
 */
export function sharesOf({ ilm, partner, station }: AirTimes, law: AdLaw, onAirMs: number): AdShares {
  const ads = ilm + partner;
  const ilmPercent = percentOf(ilm, law.ilmOf === 'all' ? ads : partner);
  const adsPercent = percentOf(ads, onAirMs);
  return {
    ...{ ilmMs: ilm, commercialMs: partner, ownMs: station, onAirMs, ilmPercent, adsPercent },
    enoughIlm: ilmPercent === null || ilmPercent >= law.ilmPercent,
    fewAds: adsPercent === null || adsPercent <= law.adsPercent,
  };
}

const percentOf = (part: number, whole: number): number | null => (whole > 0 ? (part / whole) * 100 : null);
