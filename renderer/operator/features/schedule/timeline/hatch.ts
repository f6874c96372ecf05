/** Slanting lines: what is told from another without its colour. */
interface Box {
  x: number;
  y: number;
  wide: number;
  tall: number;
}

export function hatch(context: CanvasRenderingContext2D, colour: string, { x, y, wide, tall }: Box): void {
  context.save();
  context.beginPath();
  context.rect(x, y, wide, tall);
  context.clip();
  context.strokeStyle = colour;
  context.lineWidth = 1.5;
  context.beginPath();
  for (let at = Math.floor((x - tall) / 8) * 8; at < x + wide; at += 8) {
    context.moveTo(at, y + tall);
    context.lineTo(at + tall, y);
  }
  context.stroke();
  context.restore();
}
