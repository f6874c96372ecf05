/** What stands where no booking does: the filler playlist from its top, cut at the edge; the slate where there is none. */
import { type Reason, reason } from '../contract/scalars';
import type { CompileInput } from './bills';
import type { LeftOut, Material, Materials, Piece } from './material';
import { type Owner, type Part, partOf, pauseDue, type Sheet } from './sheet';
import type { Steps } from './steps';

/** Says why filler is here; `key` tells reasons apart, so that equal ones share their clips. */
export interface FillerWhy {
  key: string;
  because(playlist: string): Reason;
}

export interface Filler {
  /** Fills [start, end); an infinite end is cut at the end of the interval. */
  fill(start: number, end: number, why: FillerWhy): Steps<void>;
  /** What could not be placed; empty while filler was never asked for. */
  leftOut(): LeftOut[];
}

/** The display's own filler, then the station's. The first with anything to play is used. */
export function fillerMaterials({ display, station }: CompileInput, materials: Materials): Material[] {
  const ids = new Set([display.fillerPlaylistId, station.fillerPlaylistId]);
  return [...ids].flatMap((id) => (id === null ? [] : [materials({ kind: 'playlist', playlistId: id })]));
}

export function createFiller(input: CompileInput, resolve: Materials, sheet: Sheet): Filler {
  let materials: Material[] | undefined;
  const decks = new Map<string, Deck>();
  const deckFor = (why: FillerWhy): Deck => {
    materials ??= fillerMaterials(input, resolve);
    const deck = decks.get(why.key) ?? deckOf(materials, why);
    decks.set(why.key, deck);
    return deck;
  };
  return {
    *fill(start, end, why) {
      const deck = deckFor(why);
      if (deck.pieces.length > 0) yield* lay(deck, start, end, sheet);
      else sheet.placeSlate(start, end, reason('why.slate'));
    },
    leftOut: () => (materials ?? []).flatMap((material) => material.leftOut),
  };
}

interface Deck {
  pieces: readonly Piece[];
  /** Made when first placed: the rest before an edge seldom needs more than one. */
  parts: (Part | undefined)[];
  owner: Owner;
}

function deckOf(materials: readonly Material[], why: FillerWhy): Deck {
  const used = materials.find((material) => material.pieces.length > 0);
  const because = why.because(used?.playlist ?? '');
  return { pieces: used?.pieces ?? [], parts: [], owner: { bookingId: null, because: () => because } };
}

function partAt({ parts, owner }: Deck, index: number, piece: Piece): Part {
  const part = parts[index] ?? partOf(piece, owner);
  parts[index] = part;
  return part;
}

/** Round and round from `start`, whole rounds before the interval skipped by arithmetic. */
function* lay(deck: Deck, start: number, end: number, sheet: Sheet): Steps<void> {
  const roundMs = deck.pieces.reduce((sum, piece) => sum + piece.ms, 0);
  let at = start + Math.max(0, Math.floor((sheet.from - start) / roundMs)) * roundMs;
  while (at < end && at < sheet.until) {
    for (const [index, piece] of deck.pieces.entries()) {
      if (at >= end || at >= sheet.until) return;
      const ms = Math.min(piece.ms, end - at);
      sheet.place(partAt(deck, index, piece), at, ms);
      at += ms;
      if (pauseDue(sheet)) yield;
    }
  }
}
