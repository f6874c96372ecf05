/** An ffmpeg command as data: built by pure functions, run in one place (`run.ts`). */

/** `file:` keeps a leading dash, a colon or a quote from being read as anything but a name. */
export function fileUrl(path: string): string {
  return `file:${path}`;
}

/** Options as one would type them; none may hold a space. */
export function typed(options: string): string[] {
  return options.split(' ');
}

export interface Input {
  /** Options that stand before its `-i`. */
  options: readonly string[];
  /** As ffmpeg takes it: `fileUrl(path)`. */
  source: string;
}

export interface Command {
  /** May be empty: pictures and sounds can come from filters alone. */
  inputs: readonly Input[];
  /** Options of the one output. */
  options: readonly string[];
  /** `fileUrl(path)`, or `-` with a null muxer. */
  target: string;
}

/**
 * No reading from the terminal, progress on standard error, no banner before it. Overwrites: fluent-ffmpeg adds `-y`
 * only for names without a protocol.
 */
const QUIET = ['-hide_banner', '-nostdin', '-stats', '-y'] as const;

/** The command with the options every run has, wherever ffmpeg takes global options. */
export function withGlobals({ inputs, options, target }: Command): Command {
  const [first, ...others] = inputs;
  if (!first) return { inputs, options: [...QUIET, ...options], target };
  return { inputs: [{ ...first, options: [...QUIET, ...first.options] }, ...others], options, target };
}

/** The words a shell would be given after `ffmpeg`. */
export function toArguments(command: Command): string[] {
  const { inputs, options, target } = withGlobals(command);
  const sources = inputs.flatMap((input) => input.options.concat('-i', input.source));
  return [...sources, ...options, target];
}

/**
 * Containers Suar reads. Lists that name other files (HLS, DASH, concat, image sequences, SDP) are not among them, so
 * an upload cannot make ffmpeg open a file or an address of its choosing.
 */
const DEMUXERS = [
  'mov,mp4,m4a,3gp,3g2,mj2,matroska,webm,avi,mpegts,mpeg,mpegvideo,flv,asf,mxf,gxf,dv,rm,ivf,obu,nut,h264,hevc,m4v',
  'ogg,wav,w64,aiff,caf,mp3,aac,flac,ac3,eac3,amr,au,ape,wv,tta',
  'gif,apng,jpeg_pipe,png_pipe,webp_pipe',
].join(',');

/** Options before every `-i` of a file that came from outside. */
export const GUARDED = ['-protocol_whitelist', 'file', '-format_whitelist', DEMUXERS] as const;

/** A file from outside as input. `format` forces the demuxer where its content has already told it. */
export function guarded(path: string, format: string | null, options: readonly string[] = []): Input {
  return { options: [...GUARDED, ...(format ? ['-f', format] : []), ...options], source: fileUrl(path) };
}
