/** Handlers of `recallsApi`. */
import type { HandlersOf } from '../../contract/api/handlers';
import type { RecallAt, RecallCounts, RecallLine, recallsApi } from '../../contract/api/recalls';
import { Failure } from '../../contract/failure';
import { isProbed } from '../../contract/records/asset';
import type { Display } from '../../contract/records/display';
import type { Recall, RecallReceipt } from '../../contract/records/recall';
import type { Role } from '../../contract/records/user';
import { reason } from '../../contract/scalars';
import { newId } from '../../contract/ulid';
import { HOUR_MS } from '../../domain/calendar';
import { assetsOf, contentsOfAll, nextLetterNumber, stands, stateOf } from '../../domain/recall';
import { takeoversWith } from '../../domain/references';
import type { Steps } from '../../domain/steps';
import { inTurns } from '../loop';
import { assetSeenBy } from '../rules/seen-by';
import { type Clock, dayAt, type Reader, requireRecord, requireRev, type Store, settingsOf, type Tx } from '../store';
import { airedOf } from './aired';
import { madeFromIn } from './made-from';
import type { Receipts } from './receipts';
import { recallSeenBy } from './seen-by';
import type { Standing } from './standing';
import { isMet, panelsOf, type TouchesNeed, touchesOf } from './touches';

export interface CommandsNeed extends TouchesNeed {
  store: Store;
  clock: Clock;
  receipts: Receipts;
  standing(): Standing;
}

const BY_NAME = new Intl.Collator();
/** A timeline reaches so much beyond what a display must know. */
const BEYOND_MS = 25 * HOUR_MS;

/** Its small picture, as far as they may see it, and the submission that it is a version of. */
function shownOf(store: Store, assetId: string, role: Role) {
  const held = store.get('asset', assetId);
  const asset = held && assetSeenBy(store, held, role);
  const submission = store
    .all('submission')
    .find(({ versions }) => versions.some((version) => version.assetId === assetId));
  return {
    thumbnail: asset && isProbed(asset) ? asset.pictures.thumbnail : null,
    submissionId: submission?.id ?? null,
  };
}

export function recallCommands(need: CommandsNeed): HandlersOf<typeof recallsApi> {
  const { store, clock, standing } = need;
  return {
    list: (_, { role }) => inTurns(listed(need, role)),

    preview: async ({ assetId }, { role }) => {
      const asset = requireRecord(store, 'asset', assetId);
      const made = madeFromIn({ reader: store, assets: store.assets }, assetId);
      const ids = assetsOf({ assetId, made });
      const { panels, unread } = await panelsOf(need, ids);
      const sums = ids.map((id) => store.plays.summary({ assetId: id }));
      return {
        ...{ assetId, name: asset.name, hash: asset.hash, agency: agencyName(store, asset.agencyId) },
        ...shownOf(store, assetId, role),
        files: contentsOfAll(ids.flatMap((id) => store.get('asset', id) ?? [])).hashes.length,
        made,
        standing: standing().byAsset.get(assetId)?.id ?? null,
        touches: touchesOf(need, ids, clock.now()),
        ...{ panels, panelsUnread: unread },
        aired: {
          plays: sums.reduce((all, { total, byOutcome }) => all + total - byOutcome.skipped, 0),
          shownMs: sums.reduce((all, { shownMs }) => all + shownMs, 0),
        },
      };
    },

    get: ({ id }, { role }) => {
      const recall = requireRecord(store, 'recall', id);
      return {
        recall: recallSeenBy(store, recall, role),
        agency: agencyName(store, recall.agencyId),
        ...shownOf(store, recall.assetId, role),
        counts: countsOf(need, recall),
        displays: displaysOf(need, recall),
        touches: touchesOf(need, assetsOf(recall), clock.now()),
        because: recall.lifted === null ? [reason('judge.recalled', { name: recall.name })] : [],
      };
    },

    aired: ({ id }) => inTurns(airedOf(store, assetsOf(requireRecord(store, 'recall', id)))),

    recall: ({ assetId, hash, reason: why, letterNumber, keep }, { actor }) =>
      store.commit({ command: 'recalls.recall', actor }, (tx) => {
        const asset = requireRecord(tx, 'asset', assetId);
        if (asset.hash !== hash) throw new Failure('stale', { record: 'asset', name: asset.name });
        const before = standing().byAsset.get(assetId) ?? standing().byFile.get(hash);
        if (before) throw new Failure('refused', {}, [reason('recall.standing', { number: before.letterNumber })]);
        const at = clock.now();
        const made = madeFromIn({ reader: tx, assets: store.assets }, assetId, keep);
        const assets = assetsOf({ assetId, made }).flatMap((each) => tx.get('asset', each) ?? []);
        for (const each of assets) {
          if (each.recalledAt === null) tx.put('asset', { ...each, recalledAt: at });
          endTakeovers(tx, each.id, at);
        }
        const date = dayAt(tx, at);
        return tx.put('recall', {
          ...{ id: newId(at), rev: 0, assetId, name: asset.name, made, ...contentsOfAll(assets), reason: why },
          letterNumber: letterNumber ?? nextLetterNumber(tx.all('recall'), date),
          ...{ letterDate: date, agencyId: asset.agencyId, by: { id: actor.id, name: actor.name }, at, lifted: null },
        });
      }),

    lift: ({ id, rev, reason: why }, { actor }) =>
      store.commit({ command: 'recalls.lift', actor }, (tx) => {
        const recall = requireRev(tx, 'recall', id, rev);
        if (recall.lifted !== null) throw new Failure('refused', {}, [reason('recall.lifted', { name: recall.name })]);
        const at = clock.now();
        freeAssets(tx, store, recall);
        return tx.put('recall', { ...recall, lifted: { at, by: { id: actor.id, name: actor.name }, reason: why } });
      }),
  };
}

/** What shows it now ends, and what is held ready to show it is given up: displays are told of both with the recall itself. */
function endTakeovers(tx: Tx, assetId: string, at: number): void {
  for (const takeover of takeoversWith(tx, assetId, at)) tx.put('takeover', { ...takeover, endedAt: at });
}

/** Its asset may be gone for good, and the same file may have been handed in anew under another. */
function freeAssets(tx: Tx, store: Pick<Store, 'assets'>, recall: Recall): void {
  const others = tx.all('recall').filter((other) => other.id !== recall.id && stands(other));
  const same = recall.hashes.flatMap((hash) => store.assets.byHash(hash).map(({ id }) => id));
  for (const id of new Set([...assetsOf(recall), ...same])) {
    const asset = tx.get('asset', id);
    const isHeld = others.some((other) => assetsOf(other).includes(id) || other.hashes.includes(asset?.hash ?? ''));
    if (asset && asset.recalledAt !== null && !isHeld) tx.put('asset', { ...asset, recalledAt: null });
  }
}

const agencyName = (reader: Pick<Reader, 'get'>, id: string | null): string | null =>
  id === null ? null : (reader.get('agency', id)?.name ?? null);

/** Of a lifted one, of whoever said anything; of one that stands, of every display there is. */
function meant({ store }: CommandsNeed, recall: Recall, said: ReadonlyMap<string, RecallReceipt>): Display[] {
  return store.all('display').filter(({ id }) => recall.lifted === null || said.has(id));
}

/** The newest first, a recall a step: each may have a receipt of every display. */
function* listed(need: CommandsNeed, role: Role): Steps<RecallLine[]> {
  const { store } = need;
  const lines: RecallLine[] = [];
  for (const recall of [...store.all('recall')].sort((a, b) => (a.id < b.id ? 1 : -1))) {
    lines.push({
      recall: recallSeenBy(store, recall, role),
      agency: agencyName(store, recall.agencyId),
      counts: countsOf(need, recall),
    });
    yield;
  }
  return lines;
}

function countsOf(need: CommandsNeed, recall: Recall): RecallCounts {
  const said = need.receipts.of(recall.id);
  const counts: RecallCounts = { displays: 0, told: 0, removed: 0 };
  for (const { id } of meant(need, recall, said)) {
    const state = stateOf(said.get(id) ?? null);
    counts.displays += 1;
    counts.told += Number(state !== 'notReached');
    counts.removed += Number(state === 'removed');
  }
  return counts;
}

export function displaysOf(need: CommandsNeed, recall: Recall): RecallAt[] {
  const said = need.receipts.of(recall.id);
  return meant(need, recall, said)
    .sort((a, b) => BY_NAME.compare(a.name, b.name))
    .map(({ id, name }) => {
      const receipt = said.get(id) ?? null;
      const state = stateOf(receipt);
      const met = receipt !== null || isMet(need.store, id);
      return {
        ...{ displayId: id, displayName: name, connected: need.connected(id), met, state, receipt },
        timelineUntil: state === 'notReached' && met ? keptUntil(need, recall, id) : null,
      };
    });
}

/** At the latest: what it was told before the recall reached no further. */
function keptUntil({ store }: CommandsNeed, { at }: Recall, displayId: string): number | null {
  const stored = store.get('storedTimeline', displayId);
  if (!stored) return null;
  return Math.min(stored.until, at + settingsOf(store).horizonHours * HOUR_MS + BEYOND_MS);
}
