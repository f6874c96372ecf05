/**
 * What the eye makes of a panel of LEDs from a distance, by angles. A healthy eye tells apart what is one minute of arc apart
 * (visual acuity 1.0, ISO 8596); from where two LEDs are closer than that, the dots run together into a picture. Pure.
 */

/** What a healthy eye tells apart, minutes of arc. */
export const ACUITY_ARCMIN = 1;
/** A screen of an office: a CSS pixel is 1/96 inch, looked at from 60 cm. */
const DESK = { pixelMm: 25.4 / 96, distanceMm: 600 };

const ARCMIN = (180 * 60) / Math.PI;

/** The angle that a length takes up, looked at squarely, in minutes of arc. */
export function arcmin(lengthMm: number, distanceM: number): number {
  return 2 * Math.atan(lengthMm / 2 / (distanceM * 1000)) * ARCMIN;
}

export interface Look {
  /** Of one LED to the next. */
  perPixel: number;
  /** Width and height of the panel as seen, degrees. */
  degrees: { width: number; height: number };
  /** From here on the dots run together, m. */
  mergesAtM: number;
  /** Whether single dots are seen. */
  dots: boolean;
}

export interface Wall {
  width: number;
  height: number;
  pitchMm: number;
}

export function lookAt({ width, height, pitchMm }: Wall, distanceM: number): Look {
  const perPixel = arcmin(pitchMm, distanceM);
  return {
    perPixel,
    degrees: { width: arcmin(width * pitchMm, distanceM) / 60, height: arcmin(height * pitchMm, distanceM) / 60 },
    mergesAtM: mergingDistance(pitchMm),
    dots: perPixel > ACUITY_ARCMIN,
  };
}

/** From where dots of this pitch are one minute of arc apart: about 3.4 m for each mm. */
export function mergingDistance(pitchMm: number): number {
  return pitchMm / 2 / Math.tan(ACUITY_ARCMIN / ARCMIN / 2) / 1000;
}

/** How wide the panel is drawn, CSS px, so that it fills the same angle at a desk as the panel does out there. */
export function deskWidth({ width, pitchMm }: Pick<Wall, 'width' | 'pitchMm'>, distanceM: number): number {
  const angle = arcmin(width * pitchMm, distanceM) / ARCMIN;
  return (2 * DESK.distanceMm * Math.tan(angle / 2)) / DESK.pixelMm;
}

/** A blur that is half as high where the eye's limit is. */
const FWHM_PER_SIGMA = 2.3548;

/**
 * The blur (standard deviation, px of the drawing) that leaves in a drawing of the panel what the eye would see of it from there;
 * `pixelsPerLed`: how large one LED is drawn.
 */
export function blurOf(pitchMm: number, distanceM: number, pixelsPerLed: number): number {
  return ((ACUITY_ARCMIN / arcmin(pitchMm, distanceM)) * pixelsPerLed) / FWHM_PER_SIGMA;
}

/** Letters are read from about five times the eye's limit on (ISO 8596: an optotype of 1.0 is five minutes high). */
const READABLE_ARCMIN = 5 * ACUITY_ARCMIN;

/** How high letters must be on the panel to be read from there, LEDs. */
export function readableLeds(pitchMm: number, distanceM: number): number {
  return Math.ceil(READABLE_ARCMIN / arcmin(pitchMm, distanceM));
}
