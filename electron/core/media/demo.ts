/**
 * Makes the demo station's material on the spot, already in the form displays play as it is, and keeps it by what it
 * was made from. Read `makeDemoClip` first.
 */
import { createHash } from 'node:crypto';
import { access, mkdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import type { Toolchain } from '../../contract/api/station';
import { Failure } from '../../contract/failure';
import { type Command, fileUrl } from './command';
import { DEMO_SIZE, type DemoMeans, demoPicture, demoSound } from './demo-graph';
import type { DemoRecipe } from './demo-recipes';
import { ToolFailed } from './faults';
import { runFfmpeg } from './run';
import { AUDIO_ENCODER, DISPLAY_CONTAINER, PLAIN, SOUND_CONTAINER, videoEncoder } from './target';

export { DEMO_RECIPES, type DemoRecipe } from './demo-recipes';

/** Bold, with every letter of Indonesian, where systems keep it. */
const FONTS = [
  '/usr/share/fonts/truetype/dejavu/DejaVuSans-Bold.ttf',
  '/usr/share/fonts/truetype/liberation/LiberationSans-Bold.ttf',
  '/usr/share/fonts/truetype/noto/NotoSans-Bold.ttf',
  '/usr/share/fonts/dejavu-sans-fonts/DejaVuSans-Bold.ttf',
  '/usr/share/fonts/TTF/DejaVuSans-Bold.ttf',
  '/System/Library/Fonts/Supplemental/Arial Bold.ttf',
  'C:\\Windows\\Fonts\\arialbd.ttf',
];

/**
 * The file of one recipe, made unless `cacheDir` has it. Takes about a fifteenth of its length.
 * @throws Failure toolMissing without ffmpeg; the signal's reason on abort.
 */
export async function makeDemoClip(
  toolchain: Toolchain,
  recipe: DemoRecipe,
  cacheDir: string,
  signal: AbortSignal,
): Promise<string> {
  if (!toolchain.ffmpeg) throw new Failure('toolMissing', { tool: 'ffmpeg' });
  const font = toolchain.missing.includes('drawtext') ? null : await firstFont();
  const path = await made(toolchain.ffmpeg.path, recipe, { fontFile: font }, cacheDir, signal).catch((error) => {
    // A drawtext without its font library fails as it runs: words are worth less than a clip.
    if (!(error instanceof ToolFailed) || font === null) throw error;
    return made(toolchain.ffmpeg?.path ?? '', recipe, { fontFile: null }, cacheDir, signal);
  });
  return path;
}

async function firstFont(): Promise<string | null> {
  for (const path of FONTS) if (await exists(path)) return path;
  return null;
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

const EXTENSION = { video: 'mp4', image: 'jpg', audio: 'm4a' } as const;

async function made(binary: string, recipe: DemoRecipe, means: DemoMeans, cacheDir: string, signal: AbortSignal) {
  const options = demoOptions(recipe, means);
  const key = createHash('sha256').update(JSON.stringify(options)).digest('hex').slice(0, 12);
  const path = join(cacheDir, `${recipe.slug}-${key}.${EXTENSION[recipe.kind]}`);
  if (await exists(path)) return path;
  await mkdir(cacheDir, { recursive: true });
  const half = `${path}.${process.pid}.half`;
  const command: Command = { inputs: [], options, target: fileUrl(half) };
  await runFfmpeg({ binary, command, work: { signal, progress: () => {} }, totalMs: recipe.seconds * 1000 });
  await rename(half, path);
  return path;
}

/** Measured: brings the chord to -23 LUFS for displays and -16 for radio, within a LU whatever its root. */
const DISPLAY_GAIN_DB = -4.3;
const RADIO_GAIN_DB = 2.7;

/** Everything ffmpeg is told but the target. Pure. */
export function demoOptions(recipe: DemoRecipe, means: DemoMeans): string[] {
  if (recipe.kind === 'audio') {
    return [
      '-filter_complex',
      demoSound(recipe, RADIO_GAIN_DB),
      '-map',
      '[a]',
      ...AUDIO_ENCODER,
      ...PLAIN,
      ...SOUND_CONTAINER,
    ];
  }
  const picture = demoPicture(recipe, means);
  if (recipe.kind === 'image') return ['-filter_complex', picture, '-map', '[v]', ...JPEG];
  const graph = `${picture};${demoSound(recipe, DISPLAY_GAIN_DB)}`;
  const coding = [
    ...videoEncoder(DEMO_SIZE.frameRate, 'ultrafast', 24),
    ...AUDIO_ENCODER,
    ...PLAIN,
    ...DISPLAY_CONTAINER,
  ];
  return ['-filter_complex', graph, '-map', '[v]', '-map', '[a]', ...coding];
}

const JPEG = ['-frames:v', '1', '-c:v', 'mjpeg', '-q:v', '2', '-pix_fmt', 'yuvj444p', ...PLAIN, '-f', 'mjpeg'];
