/**
 * Reads every document at start. One that is missing, damaged or behind its commit is restored from the newest good of
 * {journal image, last good copies}; a damaged file is kept aside. Nothing is ever emptied silently.
 */
import { readdir, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { type Reason, reason } from '../../contract/scalars';
import type { Database } from './database';
import { type LoadedDocument, parseDocument } from './documents';
import { type JournalEntry, journalImage, readJournal } from './journal';
import { recordOf } from './placement';
import { NewerVersion } from './upgrades';

export interface Recovery {
  documents: LoadedDocument[];
  /** Those whose file must be written again (or removed) to agree. */
  rewrite: LoadedDocument[];
  reasons: Reason[];
}

interface Places {
  folder: string;
  db: Database;
  /** Folders of last good copies, newest first. */
  copies: readonly string[];
  now: number;
}

type FileState = { kind: 'good'; loaded: LoadedDocument } | { kind: 'missing' } | { kind: 'damaged' };

export async function recoverDocuments(places: Places): Promise<Recovery> {
  const journal = new Map(readJournal(places.db).map((entry) => [entry.document, entry]));
  const names = new Set([...(await documentsIn(places.folder)), ...journal.keys()]);
  const recovery: Recovery = { documents: [], rewrite: [], reasons: [] };
  for (const document of [...names].sort()) {
    await settle(places, document, journal.get(document), recovery);
  }
  return recovery;
}

async function documentsIn(folder: string): Promise<string[]> {
  const files = (await readdir(folder)).filter((name) => name.endsWith('.json'));
  return files.map((name) => name.slice(0, -'.json'.length)).filter((name) => recordOf(name) !== undefined);
}

async function settle(
  places: Places,
  document: string,
  entry: JournalEntry | undefined,
  into: Recovery,
): Promise<void> {
  const state = await readState(places.folder, document);
  if (state.kind === 'good' && state.loaded.rev >= (entry?.rev ?? 0)) {
    into.documents.push(state.loaded);
    return;
  }
  if (entry?.removed) {
    if (state.kind !== 'missing') into.rewrite.push({ document, rev: entry.rev, records: new Map() });
    return;
  }
  if (state.kind === 'damaged') await keepAside(places, document);
  const good = await newestGood(places, document, state);
  into.reasons.push(told(document, state, good));
  if (good) into.documents.push(good.loaded);
  into.rewrite.push(good?.loaded ?? { document, rev: entry?.rev ?? 0, records: new Map() });
}

async function readState(folder: string, document: string): Promise<FileState> {
  const text = await readOrNull(join(folder, `${document}.json`));
  if (text === null) return { kind: 'missing' };
  const loaded = tryParse(document, text);
  return loaded ? { kind: 'good', loaded } : { kind: 'damaged' };
}

async function readOrNull(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8');
  } catch (fault) {
    if (fault instanceof Error && 'code' in fault && fault.code === 'ENOENT') return null;
    throw fault;
  }
}

/** A document of a newer Suar is not damaged: that fault is passed on and ends the start. */
function tryParse(document: string, text: string): LoadedDocument | null {
  try {
    return parseDocument(document, text);
  } catch (fault) {
    if (fault instanceof NewerVersion) throw fault;
    return null;
  }
}

interface Good {
  loaded: LoadedDocument;
  from: 'journal' | 'copy' | 'file';
}

async function newestGood(places: Places, document: string, state: FileState): Promise<Good | null> {
  const found: Good[] = state.kind === 'good' ? [{ loaded: state.loaded, from: 'file' }] : [];
  const consider = (text: string | null, from: Good['from']) => {
    const loaded = text === null ? null : tryParse(document, text);
    if (loaded) found.push({ loaded, from });
  };
  consider(journalImage(places.db, document), 'journal');
  for (const copy of places.copies) consider(await readOrNull(join(copy, `${document}.json`)), 'copy');
  return found.reduce<Good | null>((best, next) => (best && best.loaded.rev >= next.loaded.rev ? best : next), null);
}

async function keepAside({ folder, now }: Places, document: string): Promise<void> {
  const stamp = new Date(now).toISOString().replaceAll(':', '-');
  await rename(join(folder, `${document}.json`), join(folder, `${document}.json.damaged-${stamp}`));
}

/** `store.caughtUp` is the ordinary trace of a crash between commit and file; the others ask for a look. */
function told(document: string, state: FileState, good: Good | null): Reason {
  if (!good) return reason('store.documentLost', { document });
  if (good.from === 'copy') return reason('store.documentFromCopy', { document, rev: good.loaded.rev });
  if (state.kind === 'damaged') return reason('store.documentRestored', { document });
  return reason('store.caughtUp', { document });
}
