/**
 * What a rendition is, as encoder options: the one place where the form the display page needs is written down.
 * Why it is so is measured: see docs and `domain/fmp4.ts`.
 */
import { typed } from './command';

/** Key frames every second exactly, none in between, nothing refers across them, no B-frames. */
export function videoEncoder(frameRate: number, preset = 'faster', crf = 19): string[] {
  return [
    ...typed(`-c:v libx264 -preset ${preset} -crf ${crf} -profile:v high -pix_fmt yuv420p -r ${frameRate}`),
    ...typed(`-bf 0 -g ${frameRate} -keyint_min ${frameRate} -sc_threshold 0 -flags +cgop`),
    ...typed('-color_range tv -colorspace bt709 -color_primaries bt709 -color_trc bt709'),
  ];
}

export const AUDIO_RATE = 48_000;

export const AUDIO_ENCODER = typed('-c:a aac -profile:a aac_low -b:a 160k -ar 48000 -ac 2');

/**
 * Fragmented MP4, one track in each `moof`, a fragment for each key frame. `cmaf` matters: it lets picture and sound
 * both begin at decode time 0 without an edit list. With `empty_moov` alone ffmpeg delays the picture by the sound's
 * priming and stretches its first frame by 21 ms.
 */
export const DISPLAY_CONTAINER = ['-f', 'mp4', '-movflags', '+frag_keyframe+separate_moof+cmaf'];

/** Sound alone: an ordinary M4A whose index comes first, so that it plays while it loads. */
export const SOUND_CONTAINER = ['-f', 'ipod', '-movflags', '+faststart'];

/** Only what is asked for: no chapters, no tags, nothing that differs from run to run. */
export const PLAIN = ['-map_metadata', '-1', '-map_chapters', '-1', '-dn', '-sn', '-fflags', '+bitexact'];
