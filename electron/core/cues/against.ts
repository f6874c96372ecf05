/** What keeps a cue off the displays: the same as would keep a takeover or a booking off them. */
import { type Reason, reason } from '../../contract/scalars';
import { type WantedCue, whatOf } from '../../domain/rundown/cues';
import type { Reader } from '../store';
import { reasonsAgainst } from '../takeovers/check';

/** Empty where nothing does. A rendition that is still to be made is waited for. */
export function against(reader: Reader, rundownId: string, { cue }: Pick<WantedCue, 'cue'>): Reason[] {
  const what = whatOf(cue);
  const reasons = reasonsAgainst(reader, { what, where: cue.where });
  const asset = what.kind === 'asset' ? reader.get('asset', what.assetId) : undefined;
  const date = reader.get('rundown', rundownId)?.date;
  if (!asset || date === undefined) return reasons;
  const { validFrom, validTo, name } = asset;
  const isValid = (validFrom === null || validFrom <= date) && (validTo === null || date <= validTo);
  return isValid ? reasons : [...reasons, reason('cue.notValid', { asset: name, date })];
}
