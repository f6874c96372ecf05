import i18next from 'i18next';
import { HOUR_MS } from '../../../electron/domain/calendar';
import type { Formats } from '../../operator/i18n/formats';

/** Hours as a target is counted in, also over a day; minutes below two. */
export const hoursText = (ms: number, formats: Pick<Formats, 'wait' | 'number'>): string =>
  ms < 2 * HOUR_MS ? formats.wait(ms) : i18next.t('hoaxes:hours', { hours: formats.number(Math.round(ms / HOUR_MS)) });
