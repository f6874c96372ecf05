/** What keeps a cue off the displays: the same as would keep a takeover or a booking off them. */
import type { Reason } from '../../contract/scalars';
import { startOf } from '../../domain/rundown/clock';
import { type WantedCue, whatOf } from '../../domain/rundown/cues';
import type { Reader } from '../store';
import { lawAgainst, reasonsAgainst } from '../takeovers/check';

/** Empty where nothing does. A rendition that is still to be made is waited for. */
export function against(reader: Reader, rundownId: string, { cue }: Pick<WantedCue, 'cue'>): Reason[] {
  const what = whatOf(cue);
  const reasons = reasonsAgainst(reader, { what, where: cue.where });
  const rundown = reader.get('rundown', rundownId);
  if (!rundown) return reasons;
  return [...reasons, ...lawAgainst(reader, { what, where: cue.where, until: null }, startOf(rundown))];
}
