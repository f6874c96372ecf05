/** The face of a panel: every LED a round dot, dark between them. */

/** Finer than this a dot cannot be drawn as one. */
export const LEAST_DOT_PX = 3;
/** Of the distance between two LEDs. */
const RADIUS = 0.44;
const BETWEEN = 0.94;

const cells = new Map<number, HTMLCanvasElement>();

/** One cell: dark, with a hole where the LED is. */
function cellOf(px: number): HTMLCanvasElement {
  const known = cells.get(px);
  if (known) return known;
  const cell = document.createElement('canvas');
  cell.width = px;
  cell.height = px;
  const draw = cell.getContext('2d');
  if (draw) {
    draw.fillStyle = `rgb(4 5 7 / ${BETWEEN * 100}%)`;
    draw.fillRect(0, 0, px, px);
    draw.globalCompositeOperation = 'destination-out';
    draw.beginPath();
    draw.arc(px / 2, px / 2, px * RADIUS, 0, 2 * Math.PI);
    draw.fill();
  }
  cells.set(px, cell);
  return cell;
}

/** Lays the mask over a part of the canvas whose upper left corner is one of an LED. */
export function maskLeds(draw: CanvasRenderingContext2D, px: number, box: DOMRectInit): void {
  const pattern = draw.createPattern(cellOf(px), 'repeat');
  if (!pattern) return;
  const { x = 0, y = 0, width = 0, height = 0 } = box;
  pattern.setTransform(new DOMMatrix([1, 0, 0, 1, x, y]));
  draw.fillStyle = pattern;
  draw.fillRect(x, y, width, height);
}
