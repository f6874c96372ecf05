/** Filter graphs of the demo material: a slowly moving ground, a drifting disc, words, a bar that counts down. Pure. */
import type { DemoRecipe } from './demo-recipes';
import { AUDIO_RATE } from './target';

export const DEMO_SIZE = { width: 800, height: 400, frameRate: 25 } as const;
const { width: W, height: H, frameRate: FPS } = DEMO_SIZE;
const BAR = 10;
/** Band at the foot with the agency's name. */
const FOOT = 70;
/** A panel of 16:9 that is covered shows 711 of the 800 pixels: nothing that matters stands within 44 of either side. */
const EDGE = 64;
const DISC = 172;
/** The disc drifts this far to each side of its place and back. */
const DRIFT = 14;
const DISC_X = W - EDGE - DISC - DRIFT;
const DISC_Y = 56;
/** Titles end here, the disc begins beyond. */
const TITLE_WIDTH = DISC_X - DRIFT - EDGE - 12;
const MESSAGE_Y = 272;

/** What a machine's ffmpeg allows: without a font or drawtext the clips go without words. */
export interface DemoMeans {
  fontFile: string | null;
}

/** The picture, ending in `[v]`. `seconds` 0 is a still. */
export function demoPicture(recipe: DemoRecipe, { fontFile }: DemoMeans): string {
  const seconds = recipe.seconds || 1 / FPS;
  const [dark, light, accent] = recipe.colours;
  const texts = fontFile ? words(recipe, fontFile) : [];
  const finish = [`drawbox=x=0:y=${H - FOOT}:w=${W}:h=${FOOT}:color=0x${dark}:t=fill`, ...texts].join(',');
  const bar = recipe.seconds > 0 ? countdown(accent, seconds) : '[words]null[v]';
  return [
    `${ground(dark, light, seconds)}[ground]`,
    `${disc(accent)}[disc]`,
    // The disc is a loop without end: the ground says when it is over.
    `[ground][disc]overlay=x='${DISC_X}+${DRIFT}*sin(t*0.7)':y='${DISC_Y}+${DRIFT}*cos(t*0.5)':shortest=1[scene]`,
    `[scene]${finish},format=yuv420p[words]`,
    bar,
  ].join(';');
}

/** Drawn at a tenth of the size and widened: a gradient loses nothing by it and costs a hundredth. */
function ground(dark: string, light: string, seconds: number): string {
  const points = `x0=0:y0=0:x1=${W / 10}:y1=${H / 10}:nb_colors=2:speed=0.012:seed=7`;
  const small = `gradients=s=${W / 10}x${H / 10}:c0=0x${dark}:c1=0x${light}:${points}:rate=${FPS}:duration=${seconds}`;
  return `${small},scale=${W}:${H}:flags=bicubic,format=yuv420p`;
}

/** One frame, drawn once and repeated. */
function disc(accent: string): string {
  const radius = DISC / 2;
  const away = `hypot(X-${radius},Y-${radius})`;
  const alpha = `if(lt(${away},${radius - 40}),90,if(lt(${away},${radius - 27}),0,if(lt(${away},${radius - 16}),60,0)))`;
  const draw = `geq=lum='lum(X,Y)':cb='cb(X,Y)':cr='cr(X,Y)':a='${alpha}'`;
  return `color=c=0x${accent}:s=${DISC}x${DISC}:r=${FPS}:d=${1 / FPS},format=yuva420p,${draw},loop=loop=-1:size=1:start=0,setpts=N/${FPS}/TB`;
}

function countdown(accent: string, seconds: number): string {
  const bar = `color=c=0x${accent}:s=${W}x${BAR}:r=${FPS}:d=${seconds}[bar]`;
  return `${bar};[words][bar]overlay=x='-${W}*t/${seconds}':y=${H - BAR}:shortest=1,format=yuv420p[v]`;
}

function words({ lines, message, agency, seconds }: DemoRecipe, fontFile: string): string[] {
  const slide = seconds > 0 ? `${EDGE}-600*pow(max(0\\,1-t/0.7)\\,3)` : `${EDGE}`;
  const size = titleSize(lines);
  const top = Math.round((MESSAGE_Y - lines.length * size * LINE) / 2);
  const titles = lines.map((line, i) => text(line, fontFile, size, slide, top + Math.round(i * size * LINE), SHADOW));
  return [
    ...titles,
    text(message, fontFile, 26, `${EDGE}`, MESSAGE_Y),
    text(agency, fontFile, 26, `${EDGE}`, H - FOOT + 18),
  ];
}

const LINE = 1.2;
/** Width of a bold letter to its size: the widest title of ours takes 0.67 in DejaVu Sans Bold, the widest font of FONTS. */
const LETTER = 0.7;

/** As large as the longest line allows beside the disc. */
function titleSize(lines: readonly string[]): number {
  const longest = Math.max(...lines.map((line) => line.length));
  return Math.min(76, Math.floor(TITLE_WIDTH / (longest * LETTER)));
}

/** Under the title alone: a blended shadow costs more than the letters. */
const SHADOW = ':shadowcolor=black@0.45:shadowx=2:shadowy=2';

function text(content: string, fontFile: string, size: number, x: string, y: number, shadow = ''): string {
  const look = `fontsize=${size}:fontcolor=white:expansion=none${shadow}`;
  return `drawtext=fontfile=${quoted(fontFile)}:text=${quoted(content)}:${look}:x='${x}':y=${y}`;
}

/** For a filter option: within quotes everything is literal but the quote itself; a colon is escaped twice over. */
export function quoted(value: string): string {
  return `'${value.replaceAll('\\', '/').replaceAll("'", "'\\\\\\''").replaceAll(':', '\\:')}'`;
}

/** Root, fifth and tenth of a major chord, swelling slowly, ending in `[a]`; `gainDb` sets its loudness. */
export function demoSound({ root, seconds }: DemoRecipe, gainDb: number): string {
  const tones = [1, 1.5, 2.5].map(
    (step) => `sine=frequency=${Math.round(root * step)}:sample_rate=${AUDIO_RATE}:duration=${seconds}`,
  );
  const named = tones.map((tone, i) => `${tone}[s${i}]`);
  const fades = `afade=t=in:d=0.3,afade=t=out:st=${seconds - 0.5}:d=0.5`;
  const shape = `tremolo=f=0.5:d=0.35,volume=${gainDb}dB,${fades},aformat=sample_fmts=fltp:channel_layouts=stereo`;
  const exact = `apad,atrim=end_sample=${seconds * AUDIO_RATE}`;
  return `${named.join(';')};[s0][s1][s2]amix=inputs=3:normalize=0,${shape},${exact}[a]`;
}
