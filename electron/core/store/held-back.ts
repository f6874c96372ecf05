/** The last change of each person that was refused because it would loosen a lock: what that person may ask another to confirm. */
import { recordTypes } from '../../contract/records';
import type { Actor } from '../../contract/records/audit';
import type { Reason } from '../../contract/scalars';
import { imagesOf, type StoredChange } from './audit';
import type { RecordChange } from './overlay';
import type { HeldBack, HeldBackChange } from './types';

/** Longer after it nobody remembers what it was. */
const KEPT_MS = 15 * 60_000;

export class KeptBack implements HeldBack {
  private readonly byPerson = new Map<string, HeldBackChange>();

  /** A program has nobody to ask. */
  note(actor: Actor, change: HeldBackChange): void {
    if (actor.kind === 'user') this.byPerson.set(actor.id, change);
  }

  of(actor: Actor, now: number): HeldBackChange | null {
    const held = actor.kind === 'user' ? this.byPerson.get(actor.id) : undefined;
    return held && now - held.at < KEPT_MS ? held : null;
  }

  forget({ id }: Actor): void {
    this.byPerson.delete(id);
  }
}

/** As the history keeps a change. */
export const storedOf = (change: RecordChange): StoredChange => ({
  record: change.record,
  id: change.id,
  version: recordTypes[change.record].version,
  ...imagesOf(change),
});

/** The same loosening, whenever it is said. */
const keyOf = ({ code, params }: Reason): string => JSON.stringify([code, { ...params, until: null }]);

/** Of what a change loosens, what nobody else has agreed to. */
export function notAgreed(loosens: readonly Reason[], agreed: readonly Reason[]): Reason[] {
  const known = new Set(agreed.map(keyOf));
  return loosens.filter((each) => !known.has(keyOf(each)));
}
