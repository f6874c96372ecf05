/** What one display last said, and how it reads as a status. */
import type { FromDisplay } from '../../contract/display-protocol';
import type { DisplayStatus } from '../../contract/live';
import type { Reason } from '../../contract/scalars';

const FAULTS_KEPT = 20;

export interface DisplayState {
  connected: boolean;
  since: number | null;
  holdsRevision: number | null;
  missing: DisplayStatus['missing'];
  playing: DisplayStatus['playing'];
  next: DisplayStatus['next'];
  clock: DisplayStatus['clock'];
  outbox: number;
  pictureAt: number | null;
  /** Newest first. */
  faults: { at: number; reason: Reason }[];
}

export function newState(since: number | null): DisplayState {
  return {
    connected: false,
    since,
    holdsRevision: null,
    missing: { files: 0, bytes: 0 },
    playing: null,
    next: null,
    clock: null,
    outbox: 0,
    pictureAt: null,
    faults: [],
  };
}

export function withConnection(state: DisplayState, connected: boolean, at: number): DisplayState {
  if (state.connected === connected) return state;
  // What a page without a connection shows is not known, though it goes on playing.
  return { ...state, connected, since: at, playing: null, next: null, clock: null };
}

export function withShowing(state: DisplayState, said: Extract<FromDisplay, { type: 'showing' }>): DisplayState {
  const playing = said.now && {
    name: said.now.name,
    assetId: said.now.assetId,
    startedAt: said.now.startedAt,
    endsAt: said.now.endsAt,
  };
  return { ...state, playing, next: said.next, clock: said.clock, outbox: said.outbox };
}

export function withHolds(state: DisplayState, said: Extract<FromDisplay, { type: 'holds' }>): DisplayState {
  const missing = { files: said.missing.length, bytes: said.missingBytes };
  return { ...state, holdsRevision: said.revision, missing };
}

export function withFault(state: DisplayState, at: number, why: Reason): DisplayState {
  return { ...state, faults: [{ at, reason: why }, ...state.faults].slice(0, FAULTS_KEPT) };
}
