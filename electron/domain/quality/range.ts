/** Whether luma keeps within the studio's range, 16 to 235. Pure. */

/** Ringing about a hard edge goes a few steps past; whole surfaces there are of another range. */
const [BELOW, ABOVE] = [10, 241];

/** Of these pixels, 0..1. */
export function shareOutside(luma: Uint8Array): number {
  let outside = 0;
  for (const value of luma) if (value <= BELOW || value >= ABOVE) outside += 1;
  return outside / Math.max(1, luma.length);
}
