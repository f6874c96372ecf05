/**
 * Draws what the panel shows: first the picture at the panel's own pixels, then every pixel as large as the layout says, unsmoothed, as
 * LEDs, in the light and to the eye that was asked for. Read `paint` first.
 */
import { cellsOf } from '../../../../electron/domain/preview/grid-cut';
import { blurOf } from '../../../../electron/domain/preview/optics';
import { parts, type Rect } from '../../../../electron/domain/preview/wipe';
import type { Layout, Size } from '../layout';
import type { Panel, View } from '../view';
import { type CoverWords, drawCover, drawTicker } from './covers';
import { LEAST_DOT_PX, maskLeds } from './leds';

export type Picture = HTMLVideoElement | HTMLImageElement;

/** A picture and where it lies on the wall, in LEDs. */
export interface Lying {
  picture: Picture | null;
  at: Rect;
}

export interface Scene {
  panel: Panel;
  layout: Layout;
  /** Of the second, where the two are side by side. */
  beside: Layout | null;
  view: View;
  /** What is shown, and what it is compared with; null while there is nothing to draw. */
  first: Lying;
  second: Lying;
  words: CoverWords;
  /** For what moves by itself, ms. */
  now: number;
}

type Draw = CanvasRenderingContext2D;

/** Whether there is anything in it to draw. */
export function isDrawable(picture: Picture | null): picture is Picture {
  if (!picture) return false;
  return picture instanceof HTMLVideoElement ? picture.readyState >= 2 : picture.complete && picture.naturalWidth > 0;
}

export class Painter {
  /** The wall at its own pixels: what the panels are fed. */
  readonly wall = document.createElement('canvas');
  readonly #second = document.createElement('canvas');
  readonly #face = document.createElement('canvas');

  paint(stage: HTMLCanvasElement, scene: Scene): void {
    const draw = stage.getContext('2d', { alpha: false });
    if (!draw) return;
    this.#feed(scene);
    draw.setTransform(1, 0, 0, 1, 0, 0);
    draw.fillStyle = SURROUND[scene.view.light];
    draw.fillRect(0, 0, stage.width, stage.height);
    for (const part of this.#panes(scene)) this.#show(draw, stage, part.canvas, { ...scene, layout: part.layout });
  }

  #panes({ layout, beside }: Scene): { canvas: HTMLCanvasElement; layout: Layout }[] {
    const left = { canvas: this.wall, layout };
    return beside ? [left, { canvas: this.#second, layout: beside }] : [left];
  }

  /** Draws the picture on the wall at its own pixels, with all that lies over it. */
  #feed(scene: Scene): void {
    const { view, layout, first, second } = scene;
    const [shown, other] = view.swapped ? [second, first] : [first, second];
    const draw = dark(this.wall, layout.wall);
    if (!draw) return;
    if (view.compare === 'off') this.#put(draw, isDrawable(shown.picture) ? shown : first);
    else if (view.compare === 'side') {
      this.#put(draw, shown);
      const beside = dark(this.#second, layout.wall);
      if (beside) this.#put(beside, other);
    } else if (view.compare === 'wipe') this.#wipe(draw, { layout, view }, shown, other);
    else this.#differ(draw, view, shown, other);
    if (view.compare !== 'difference') this.#cover(draw, scene);
  }

  #put(draw: Draw, { picture, at }: Lying): void {
    if (!isDrawable(picture)) return;
    draw.imageSmoothingEnabled = true;
    draw.imageSmoothingQuality = 'high';
    draw.drawImage(picture, at.x, at.y, at.width, at.height);
  }

  #wipe(draw: Draw, { layout, view }: Pick<Scene, 'layout' | 'view'>, first: Lying, second: Lying): void {
    const { width, height } = layout.wall;
    const { first: here, second: there } = parts(view.wipe, width, height);
    for (const [lying, box] of [
      [first, here],
      [second, there],
    ] as const) {
      draw.save();
      clip(draw, box);
      this.#put(draw, lying);
      draw.restore();
    }
  }

  #differ(draw: Draw, view: View, first: Lying, second: Lying): void {
    this.#put(draw, first);
    draw.globalCompositeOperation = 'difference';
    this.#put(draw, second);
    // Each time added to itself: twice as bright.
    draw.globalCompositeOperation = 'lighter';
    for (let gain = 1; gain < view.gain; gain *= 2) draw.drawImage(this.wall, 0, 0);
    draw.globalCompositeOperation = 'source-over';
  }

  /** Each panel of a wall is a display of its own: all of them say the same. */
  #cover(draw: Draw, { panel, view, words, now }: Scene): void {
    if (view.cover === 'none' && !view.ticker) return;
    for (const { from } of cellsOf(panel.profile, view.grid)) {
      draw.save();
      draw.translate(from.x, from.y);
      clip(draw, { x: 0, y: 0, width: from.width, height: from.height });
      if (view.ticker) drawTicker(draw, from, words, now);
      drawCover(draw, from, view.cover, words);
      draw.restore();
    }
  }

  /** The panels as they are seen. */
  #show(draw: Draw, stage: Size, wall: HTMLCanvasElement, { view, layout, panel }: Scene): void {
    const { scale, at } = layout;
    const masked = view.dots && layout.exact && scale >= LEAST_DOT_PX;
    const blur = view.eye ? blurOf(view.pitchMm, view.viewingM, scale) : 0;
    const face = fresh(this.#face, stage);
    if (!face) return;
    face.imageSmoothingEnabled = !layout.exact;
    face.imageSmoothingQuality = 'high';
    for (const { from } of cellsOf(panel.profile, view.grid)) {
      const to = {
        x: at.x + from.x * scale,
        y: at.y + from.y * scale,
        width: from.width * scale,
        height: from.height * scale,
      };
      face.drawImage(wall, from.x, from.y, from.width, from.height, to.x, to.y, to.width, to.height);
      if (masked) maskLeds(face, scale, to);
    }
    this.#light(draw, at, view, blur);
  }

  #light(draw: Draw, at: Rect, { light, level }: View, blur: number): void {
    const filters = [
      ...(blur > 0.3 ? [`blur(${blur.toFixed(2)}px)`] : []),
      ...(level < 100 ? [`brightness(${level}%)`] : []),
    ];
    draw.filter = filters.join(' ') || 'none';
    draw.drawImage(this.#face, 0, 0);
    if (light === 'night') {
      // A panel as bright as by day outshines its own edges in the dark.
      draw.filter = `blur(${Math.max(4, at.width / 90).toFixed(1)}px) brightness(${level}%)`;
      draw.globalCompositeOperation = 'lighter';
      draw.globalAlpha = GLARE;
      draw.drawImage(this.#face, 0, 0);
    }
    draw.filter = 'none';
    draw.globalAlpha = 1;
    draw.globalCompositeOperation = 'source-over';
    if (light !== 'day') return;
    // Daylight that the face throws back: black is grey, and the weaker the panel, the paler all of it.
    draw.globalCompositeOperation = 'lighter';
    draw.fillStyle = DAYLIGHT;
    draw.fillRect(at.x, at.y, at.width, at.height);
    draw.globalCompositeOperation = 'source-over';
  }
}

const SURROUND = { plain: '#1b2129', day: '#aebac6', night: '#000000' } as const;
const DAYLIGHT = 'rgb(52 56 60)';
const GLARE = 0.25;

/** Of this size, with nothing on it. */
function fresh(canvas: HTMLCanvasElement, { width, height }: Size): Draw | null {
  const [wide, tall] = [Math.max(1, Math.round(width)), Math.max(1, Math.round(height))];
  if (canvas.width !== wide) canvas.width = wide;
  if (canvas.height !== tall) canvas.height = tall;
  const draw = canvas.getContext('2d');
  draw?.setTransform(1, 0, 0, 1, 0, 0);
  draw?.clearRect(0, 0, wide, tall);
  return draw;
}

/** The same with every LED off. */
function dark(canvas: HTMLCanvasElement, size: Size): Draw | null {
  const draw = fresh(canvas, size);
  if (!draw) return null;
  draw.globalCompositeOperation = 'source-over';
  draw.fillStyle = '#000';
  draw.fillRect(0, 0, canvas.width, canvas.height);
  return draw;
}

function clip(draw: Draw, { x, y, width, height }: Rect): void {
  draw.beginPath();
  draw.rect(x, y, width, height);
  draw.clip();
}
