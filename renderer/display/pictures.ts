/** Small pictures of what is on the panel, for an operator who looks; made only while someone does. */

const WIDEST = 320;
const QUALITY = 0.6;
/** Of a card's words: smaller ones nobody reads in so small a picture. Their lines stand so many of their size apart. */
const SMALLEST_PX = 9;
const LINE = 1.25;

export interface PictureDeps {
  /** What people see; null is the slate. */
  top(): HTMLElement | null;
  box: HTMLElement;
  slateText(): { name: string; time: string };
  send(jpegBase64: string): void;
}

export function createPictures(deps: PictureDeps) {
  const canvas = document.createElement('canvas');
  let timer: ReturnType<typeof setInterval> | undefined;

  async function take(): Promise<void> {
    const context = canvas.getContext('2d', { willReadFrequently: true });
    if (!context) return;
    size();
    const element = deps.top();
    context.fillStyle = element ? '#000' : '#0b141d';
    context.fillRect(0, 0, canvas.width, canvas.height);
    if (element instanceof HTMLVideoElement) draw(context, element, element.videoWidth, element.videoHeight);
    else if (element instanceof HTMLImageElement) draw(context, element, element.naturalWidth, element.naturalHeight);
    else if (element?.textContent) drawCard(context, element);
    else drawSlate(context);
    const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', QUALITY));
    if (blob) deps.send(await base64Of(blob));
  }

  function size(): void {
    const { clientWidth, clientHeight } = deps.box;
    const scale = Math.min(1, WIDEST / Math.max(1, clientWidth), (WIDEST * 2) / Math.max(1, clientHeight));
    canvas.width = Math.max(1, Math.round(clientWidth * scale));
    canvas.height = Math.max(1, Math.round(clientHeight * scale));
  }

  /** As `object-fit` would place it. */
  function draw(context: CanvasRenderingContext2D, source: CanvasImageSource, width: number, height: number): void {
    if (width === 0 || height === 0) return;
    const scale = scaleFor(deps.box.dataset.fit, width, height);
    const [w, h] = [width * scale.x, height * scale.y];
    context.drawImage(source, (canvas.width - w) / 2, (canvas.height - h) / 2, w, h);
  }

  function scaleFor(fit: string | undefined, width: number, height: number): { x: number; y: number } {
    const [x, y] = [canvas.width / width, canvas.height / height];
    if (fit === 'stretch') return { x, y };
    const panel = canvas.width / Math.max(1, deps.box.clientWidth);
    const one = fit === 'crop' ? panel : fit === 'cover' ? Math.max(x, y) : Math.min(x, y);
    return { x: one, y: one };
  }

  /** Words over the whole panel, in the card's colours, as large as all of them fit. */
  function drawCard(context: CanvasRenderingContext2D, card: HTMLElement): void {
    const { backgroundColor, color } = getComputedStyle(card);
    context.fillStyle = backgroundColor;
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.fillStyle = color;
    context.textAlign = 'center';
    const parts = [...card.querySelectorAll<HTMLElement>('.label, .title, .body')].filter(({ hidden }) => !hidden);
    const texts = parts.map((part) => part.textContent ?? '');
    let lines = texts;
    let size = canvas.width / 9;
    for (; size > SMALLEST_PX; size *= 0.9) {
      context.font = `600 ${size}px sans-serif`;
      lines = texts.flatMap((text) => wrapped(context, text, canvas.width * 0.95));
      if (lines.length * size * LINE <= canvas.height * 0.95) break;
    }
    const top = (canvas.height - (lines.length - 1) * size * LINE) / 2 + size * 0.35;
    for (const [index, line] of lines.entries()) {
      context.fillText(line, canvas.width / 2, top + index * size * LINE, canvas.width * 0.95);
    }
  }

  function drawSlate(context: CanvasRenderingContext2D): void {
    const { name, time } = deps.slateText();
    const line = Math.min(canvas.width / 9, canvas.height / 4);
    context.fillStyle = '#f2f5f8';
    context.textAlign = 'center';
    context.font = `600 ${line * 0.6}px sans-serif`;
    context.fillText(name, canvas.width / 2, canvas.height / 2 - line * 0.4, canvas.width * 0.95);
    context.font = `700 ${line}px sans-serif`;
    context.fillText(time, canvas.width / 2, canvas.height / 2 + line * 0.8);
  }

  return {
    watch(everyMs: number | null): void {
      clearInterval(timer);
      timer = undefined;
      if (everyMs === null) return;
      void take();
      timer = setInterval(() => void take(), everyMs);
    },
  };
}

async function base64Of(blob: Blob): Promise<string> {
  const bytes = new Uint8Array(await blob.arrayBuffer());
  let binary = '';
  for (let at = 0; at < bytes.length; at += 8192) binary += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return btoa(binary);
}

/** In lines no wider than `width`; a word that is wider stands alone. */
function wrapped(context: CanvasRenderingContext2D, text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const longer = `${lines.at(-1)} ${word}`;
    if (lines.length > 0 && context.measureText(longer).width <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}
