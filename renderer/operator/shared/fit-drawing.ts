/** Where a picture lies on a panel with each fit. Pure geometry, in panel pixels. */
import type { Profile } from '../../../electron/contract/records/display';

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** What stands for any picture where none is named. */
const PICTURE = { width: 1920, height: 1080 };

/** The picture's box, centred; it may reach beyond the panel, where it is cut. `crop` shows it pixel for pixel. */
export function pictureOn({ width, height, fit }: Pick<Profile, 'width' | 'height' | 'fit'>, picture = PICTURE): Box {
  const across = width / picture.width;
  const down = height / picture.height;
  const scale = { contain: Math.min(across, down), cover: Math.max(across, down), crop: 1, stretch: 0 }[fit];
  const size = fit === 'stretch' ? { width, height } : { width: picture.width * scale, height: picture.height * scale };
  return { x: (width - size.width) / 2, y: (height - size.height) / 2, ...size };
}
