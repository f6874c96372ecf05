/** Text as people type scripts, as lines of one. Pure. */
import type { ScriptBlock, ScriptDoc } from '../../../contract/records/script';

/** `PENYIAR 1: Selamat pagi`. */
const SPEAKER = /^(\p{Lu}[\p{Lu}\p{N} .'-]{0,39}):\s+(.+)$/u;
const CUE = /^\[(.+)\]$/;
const SOUND = /^\((?:bunyi|suara|sound|sfx|musik|music)\s*:\s*(.+)\)$/i;

/** A line each; `[...]` is for the studio, `(Bunyi: ...)` is heard, a name in capitals before a colon speaks. */
export function scriptOf(text: string): ScriptDoc {
  const lines = text.split(/\r\n?|\n/).map((line) => line.trim());
  return { type: 'doc', content: lines.filter((line) => line !== '').map(blockOf) };
}

function blockOf(line: string): ScriptBlock {
  const [, sound] = SOUND.exec(line) ?? [];
  if (sound) return { type: 'sound', content: [{ type: 'text', text: sound }] };
  const [, cue] = CUE.exec(line) ?? [];
  if (cue) return { type: 'cue', content: [{ type: 'text', text: cue }] };
  const [, speaker = '', said = line] = SPEAKER.exec(line) ?? [];
  return { type: 'line', attrs: { speaker }, content: [{ type: 'text', text: said }] };
}
