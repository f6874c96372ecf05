/** Why this person does not let material air. Asked when they do, and of what waits before they are told that it waits for them. */
import type { Asset } from '../../contract/records/asset';
import type { Actor } from '../../contract/records/audit';
import { type Reason, reason } from '../../contract/scalars';
import { isMaker } from '../../domain/maker';
import { intakeRulesOf, type Reader } from '../store';

type Ground = Pick<Reader, 'get' | 'all'>;

/**
 * What was handed in is let through where it was handed in, with its checklist and by as many people as its category asks for; what the
 * office made of such a category, by somebody else than whoever made it.
 * @param category as it is to be
 */
export function againstLetting(reader: Ground, asset: Asset, actor: Actor, category = asset.category): Reason[] {
  const { name } = asset;
  const { fourEyes } = intakeRulesOf(reader);
  const asking = [category, asset.category].find((each) => each !== null && fourEyes.includes(each));
  const alone = actor.kind !== 'user' || isMaker(asset, actor);
  return [
    ...inIntake(reader, asset),
    ...(asking && alone ? [reason('library.fourEyes', { name, category: asking })] : []),
  ];
}

export function inIntake(reader: Ground, { id, name }: Asset): Reason[] {
  const holders = reader.all('submission').filter(({ versions }) => versions.some(({ assetId }) => assetId === id));
  // Taken back by its agency, it is nobody's to let through either.
  const open = holders.some(({ state }) => state === 'approved') ? undefined : holders[0];
  return open ? [reason('library.inIntake', { name, receipt: open.receipt })] : [];
}
