/**
 * Light as a viewer gets it from coded colour. The limits of ITU-R BT.1702 are cd/m² on a screen with a gamma of 2.2 whose white is 200
 * cd/m²; the chromaticity is CIE 1976 u'v' of sRGB primaries, by which WCAG 2.2 (2.3.1) tells a change to or from saturated red.
 */
const GAMMA = 2.2;
/** Linear light 0..1 of an 8-bit value. */
export const LINEAR: Float32Array = Float32Array.from({ length: 256 }, (_, value) => (value / 255) ** GAMMA);

/** Relative luminance 0..1 (BT.709 primaries). */
export function luminance(red: number, green: number, blue: number): number {
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

export const linear = (value: number): number => LINEAR[value] ?? 0;

/** At least so much of the light of all three is red (WCAG 2.2: R / (R + G + B) >= 0.8). */
const SATURATED = 0.8;
/** Darker than this, of full red, is nearly black and has no colour to speak of. */
const LEAST_RED = 0.02;

export function isSaturatedRed(red: number, green: number, blue: number): boolean {
  const [r, g, b] = [linear(red), linear(green), linear(blue)];
  return r >= LEAST_RED && r >= SATURATED * (r + g + b);
}

/** D65, which stands for the colour of black. */
const WHITE: readonly [number, number] = [0.1978, 0.4683];
const NO_LIGHT = 0.004;

/** CIE 1976 u', v'. */
export function chromaticity(red: number, green: number, blue: number): readonly [number, number] {
  const [r, g, b] = [linear(red), linear(green), linear(blue)];
  const x = 0.4124 * r + 0.3576 * g + 0.1805 * b;
  const y = 0.2126 * r + 0.7152 * g + 0.0722 * b;
  const z = 0.0193 * r + 0.1192 * g + 0.9505 * b;
  const sum = x + 15 * y + 3 * z;
  return sum < NO_LIGHT ? WHITE : [(4 * x) / sum, (9 * y) / sum];
}
