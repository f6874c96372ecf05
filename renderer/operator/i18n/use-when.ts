/** Stretches of time in the reader's words, on the station's clock. */
import i18next from 'i18next';
import { formatsNow, useFormats } from './formats';
import { briefEnd, briefStart, endText, lastDayText, type SayWhen, stretchText } from './stretch';

const say: SayWhen = (key, params) => i18next.t(`common:when.${key}`, params);

/** For sentences that are given an end. */
export const endNow = (until: number): string => endText(until, formatsNow(), say);
export const lastDayNow = (until: number): string => lastDayText(until, formatsNow(), say);

export function useWhen() {
  const formats = useFormats();
  return {
    stretch: (from: number, until: number) => stretchText(from, until, formats, say),
    end: (until: number) => endText(until, formats, say),
    briefEnd: (until: number) => briefEnd(until, formats, say),
    briefStart: (from: number) => briefStart(from, formats, say),
  };
}
