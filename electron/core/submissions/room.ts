/** What the parts of this room share. */
import type { Logger } from 'pino';
import type { Caller } from '../../contract/api/handlers';
import type { AgreementUse } from '../../contract/api/partners';
import type { OnAirBefore } from '../../contract/api/submissions';
import type { FinishedUpload } from '../../contract/handover';
import type { Actor } from '../../contract/records/audit';
import type { Profile } from '../../contract/records/display';
import type { Signer } from '../../contract/records/partner';
import type { Recall } from '../../contract/records/recall';
import type { LocalDate, Reason } from '../../contract/scalars';
import { stands } from '../../domain/recall';
import { airingOn } from '../../domain/submission/standing';
import { createKeyLocks, type KeyLocks } from '../key-locks';
import { type Clock, dayAt, madeAnew, type Reader, type Store } from '../store';

export interface SubmissionsNeed {
  store: Store;
  clock: Clock;
  log: Pick<Logger, 'warn' | 'error'>;
  dataDir: string;
  /** Counts wrong codes; throws where there were too many. The returned function takes the attempt back. */
  attempts: { begin(keys: readonly string[]): () => void };
  alerts: { raise(id: string, severity: 'warning', reason: Reason): void; settle(id: string): void };
  /** Where material is used. */
  usesOf(assetId: string): OnAirBefore['uses'];
  /** What an agreement came to in a month, `YYYY-MM`. */
  agreementUse(id: string, month: string): Promise<AgreementUse>;
  /** Before a file is copied: whether the library takes its kind, and the disk has room. @throws Failure */
  admitFile(file: { originalName: string; bytes: number }): Promise<void>;
  /** Has files made that are lacking, ahead of ordinary work; free when none is. */
  ensureRenditions(needs: readonly { assetId: string; profile: Profile | null; inMs: number }[]): Promise<void>;
  /** Takes a file into the library. */
  finishUpload(upload: FinishedUpload): Promise<{ assetId: string; duplicate: boolean }>;
}

export interface Room extends SubmissionsNeed {
  /** Files that come for one submission, one after another: of many at once no more reach the library than it takes. */
  arrivals: Pick<KeyLocks, 'run'>;
  /** Today on the station's clock. */
  today(): LocalDate;
  /** Assets that something shows today; counted anew only when bookings, lists or material moved. */
  airing(): ReadonlySet<string>;
  /** Recalls that stand, by every file they hold back. */
  recalled(): ReadonlyMap<string, Recall>;
}

export function createRoom(need: SubmissionsNeed): Room {
  const { store, clock } = need;
  const today = () => dayAt(store, clock.now());
  let known: { key: string; assets: ReadonlySet<string> } | null = null;
  return {
    ...need,
    arrivals: createKeyLocks(),
    today,
    airing() {
      const key = [
        today(),
        ...(['booking', 'playlist', 'asset'] as const).map((each) => store.lastChange(each)),
      ].join();
      if (known?.key === key) return known.assets;
      const playlist = (id: string) => store.get('playlist', id);
      const assets = airingOn({ bookings: store.all('booking'), playlist, find: store.find }, today());
      known = { key, assets };
      return assets;
    },
    recalled: madeAnew(
      () => store.lastChange('recall'),
      () =>
        new Map(
          store
            .all('recall')
            .filter(stands)
            .flatMap((recall) => recall.hashes.map((hash) => [hash, recall])),
        ),
    ),
  };
}

export { intakeRulesOf } from '../store';

export const signerOf = ({ actor, role }: Pick<Caller, 'actor' | 'role'>): Signer => ({
  id: actor.id,
  name: actor.name,
  role,
});

/** Of somebody who sent a file: an account in its role, else what kind of sender it is. */
export const senderOf = (reader: Pick<Reader, 'get'>, { id, name, kind }: Actor): Signer => ({
  ...{ id, name },
  role: reader.get('user', id)?.role ?? kind,
});
