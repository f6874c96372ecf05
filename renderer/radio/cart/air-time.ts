/** When a sample was heard, on the station's clock. Pure. */

export interface Stamps {
  /** Of the sample that leaves the output now: the context's time, s, and the page's, ms. */
  contextTime: number;
  performanceTime: number;
  /** Where the browser does not know yet what leaves the output. */
  currentTime: number;
  performanceNow: number;
  /** The station's clock at `performanceNow`, epoch ms. */
  airNow: number;
}

/** Epoch ms at which the context's time `at` (s) is heard. */
export function airTimeOf(at: number, stamps: Stamps): number {
  const { contextTime, performanceTime, currentTime, performanceNow, airNow } = stamps;
  const known = performanceTime > 0;
  const [context, page] = known ? [contextTime, performanceTime] : [currentTime, performanceNow];
  return Math.round(airNow + (page - performanceNow) + (at - context) * 1000);
}
