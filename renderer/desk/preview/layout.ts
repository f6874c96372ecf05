/** Where the wall of panels, and the picture on it, lie on the stage. Pure; lengths on the stage are device px. */
import { wallSize } from '../../../electron/domain/preview/grid-cut';
import { deskWidth } from '../../../electron/domain/preview/optics';
import type { Rect } from '../../../electron/domain/preview/wipe';
import { pictureOn } from '../../operator/shared/fit-drawing';
import type { Panel, View } from './view';

export interface Size {
  width: number;
  height: number;
}

export interface Layout {
  /** Of the wall, in LEDs, gaps included. */
  wall: Size;
  /** Device px for each LED. */
  scale: number;
  /** Whether every LED is drawn in equally many px. */
  exact: boolean;
  /** The wall on the stage; where it is larger than the stage it reaches beyond. */
  at: Rect;
  /** The picture on the wall, in LEDs; it may reach beyond, where it is cut. */
  picture: Rect;
}

/** No wall is drawn with more: what is larger is drawn in fewer, larger LEDs. */
export const MOST_LEDS = 4096;

type Looked = Pick<View, 'zoom' | 'pan' | 'grid' | 'pitchMm' | 'viewingM'>;

/** `room`: of the stage, device px; `ratio`: device px for each CSS px. */
export function layoutOf(room: Size, ratio: number, panel: Panel, picture: Size, view: Looked): Layout {
  const wall = wallSize(panel.profile, view.grid);
  const scale = scaleOf(room, ratio, wall, view);
  const drawn = { width: wall.width * scale, height: wall.height * scale };
  const at = {
    x: along(room.width, drawn.width, view.pan.x),
    y: along(room.height, drawn.height, view.pan.y),
    ...drawn,
  };
  const { x, y, width, height } = pictureOn({ ...wall, fit: panel.profile.fit }, picture);
  return { wall, scale, exact: Number.isInteger(scale), at, picture: { x, y, width, height } };
}

/** From two px for each LED on in whole px, so that none is drawn wider than its neighbour; below that the room is filled. */
function scaleOf(room: Size, ratio: number, wall: Size, { zoom, pitchMm, viewingM }: Looked): number {
  const fit = Math.min(room.width / wall.width, room.height / wall.height);
  if (zoom === 'fit') return fit >= 2 ? Math.floor(fit) : Math.max(fit, 1 / 64);
  if (zoom === 'seen')
    return Math.max((deskWidth({ width: wall.width, pitchMm }, viewingM) * ratio) / wall.width, 1 / 64);
  return zoom;
}

/** Centred where there is room; else so that the point chosen is in the middle, and no edge comes inside. */
function along(room: number, drawn: number, pan: number): number {
  if (drawn <= room) return Math.round((room - drawn) / 2);
  return Math.round(Math.min(0, Math.max(room - drawn, room / 2 - pan * drawn)));
}

/** A place in the picture as shares, from a point of the stage; null beside the picture, and off the panel. */
export function placeAt(point: { x: number; y: number }, { at, scale, picture, wall }: Layout) {
  const led = { x: (point.x - at.x) / scale, y: (point.y - at.y) / scale };
  if (led.x < 0 || led.y < 0 || led.x > wall.width || led.y > wall.height) return null;
  const place = { x: (led.x - picture.x) / picture.width, y: (led.y - picture.y) / picture.height };
  return place.x < 0 || place.y < 0 || place.x > 1 || place.y > 1 ? null : place;
}

/** The other way round: the point of the stage; null where that part of the picture is cut off. */
export function pointOf(place: { x: number; y: number }, { at, scale, picture, wall }: Layout) {
  const led = { x: picture.x + place.x * picture.width, y: picture.y + place.y * picture.height };
  if (led.x < 0 || led.y < 0 || led.x > wall.width || led.y > wall.height) return null;
  return { x: at.x + led.x * scale, y: at.y + led.y * scale };
}
