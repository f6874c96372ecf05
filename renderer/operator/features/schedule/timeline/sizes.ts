/** Heights of a row and of the strip in it, px. */
export const ROW_PX = 60;
export const TRACK_PX = 48;
