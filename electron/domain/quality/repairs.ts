/** Whether repairs can be made together of one file. Pure. */
import type { Probe } from '../../contract/records/asset';
import type { Repair } from '../../contract/records/quality';
import { type Reason, reason } from '../../contract/scalars';

const OF_PICTURE: ReadonlySet<Repair['kind']> = new Set(['deinterlace', 'crop', 'range']);
const OF_TIME: ReadonlySet<Repair['kind']> = new Set(['deinterlace', 'pad', 'cut']);

/** Why not; null where they can. */
export function repairFault(repairs: readonly Repair[], probe: Probe): Reason | null {
  const kinds = repairs.map(({ kind }) => kind);
  if (new Set(kinds).size < kinds.length) return reason('mending.twice');
  if (kinds.includes('pad') && kinds.includes('cut')) return reason('mending.padAndCut');
  for (const repair of repairs) {
    const fault = faultOf(repair, probe);
    if (fault) return fault;
  }
  return null;
}

function faultOf(repair: Repair, { kind, video, audio, durationMs }: Probe): Reason | null {
  if (OF_PICTURE.has(repair.kind) && !video) return reason('mending.noPicture');
  if (OF_TIME.has(repair.kind) && kind === 'image') return reason('mending.still');
  // A copy of a still is of full range, as its own format has it.
  if (repair.kind === 'range' && kind === 'image') return reason('mending.stillRange');
  if (repair.kind === 'loudness' && audio.length === 0) return reason('mending.noSound');
  if (repair.kind === 'pad' && repair.toMs <= durationMs) return reason('mending.notLonger');
  if (repair.kind === 'cut' && (repair.fromMs >= repair.toMs || repair.toMs > durationMs))
    return reason('mending.notShorter');
  if (repair.kind === 'crop' && (repair.box.w <= 0 || repair.box.h <= 0 || pastEdge(repair.box)))
    return reason('mending.noBox');
  return null;
}

/** A rounding past the edge is none. */
const pastEdge = ({ x, y, w, h }: { x: number; y: number; w: number; h: number }) => x + w > 1.001 || y + h > 1.001;
