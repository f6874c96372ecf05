/** An ffmpeg command as data: built by pure functions, run in one place (`run.ts`). */

/** `file:` keeps a leading dash, a colon or a quote from being read as anything but a name. */
export function fileUrl(path: string): string {
  return `file:${path}`;
}

export interface Input {
  /** Options that stand before its `-i`. */
  options: readonly string[];
  /** As ffmpeg takes it: `fileUrl(path)`, or a lavfi graph. */
  source: string;
}

export interface Command {
  inputs: readonly Input[];
  /** Options of the one output. */
  options: readonly string[];
  /** Null output: `-f null` with target `-`. */
  target: string;
}

/** Playlist-like files must not make ffmpeg open other files or the network: local files only. */
export const LOCAL_ONLY = ['-protocol_whitelist', 'file,pipe'] as const;

/** The same words a shell would be given, `ffmpeg` itself left out. */
export function toArguments({ inputs, options, target }: Command): string[] {
  const sources = inputs.flatMap((input) => [...input.options, '-i', input.source]);
  return [...GLOBAL_OPTIONS, ...sources, '-y', ...options, target];
}

/** No reading from the terminal, progress on standard error, and no banner before it. */
export const GLOBAL_OPTIONS = ['-hide_banner', '-nostdin', '-stats'] as const;

/** An input made by ffmpeg itself, such as silence. */
export function lavfi(graph: string, options: readonly string[] = []): Input {
  return { options: [...options, '-f', 'lavfi'], source: graph };
}
