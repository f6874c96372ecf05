/**
 * All that one display shows on one day stands on, as a hash: equal hashes, equal days. So a day is compiled anew only when
 * something it stands on has changed, and displays that agree share one compile. It errs towards telling apart.
 *
 * A day of plain rotation stands on what is booked in it, and on the edges next to it, from which its cycle is counted and
 * up to which items must end. A day of traffic stands on what is booked in its openings alone. Which of both a display has
 * depends on all of its bookings.
 */
import { createHash } from 'node:crypto';
import type { Booking } from '../../../contract/records/booking';
import { type CompileInput, windowsUnder } from '../../../domain/bills';
import { blocksIn } from '../../../domain/hours';
import type { Window } from '../../../domain/occurrences';
import { profileKey } from '../../../domain/profile';
import type { Sources } from '../sources';
import { createMaterialPrints } from './material-print';

export type Fingerprint = (input: CompileInput) => string;

/** Windows kept: of hundreds of bookings a month each. */
const MOST_KEPT = 50_000;

export function createFingerprint(store: Pick<Sources, 'get' | 'lastChange'>): Fingerprint {
  const materialOf = createMaterialPrints(store);
  const kept = new Map<string, readonly Window[]>();

  function windowsOf(input: CompileInput, booking: Booking): readonly Window[] {
    const agreement = booking.agreementId && input.agreements.get(booking.agreementId)?.rev;
    const key = [
      booking.id,
      booking.rev,
      agreement,
      input.station.zone,
      input.display.zone,
      input.from,
      input.until,
    ].join();
    const windows = kept.get(key) ?? windowsUnder(input, booking);
    if (kept.size >= MOST_KEPT) kept.clear();
    kept.set(key, windows);
    return windows;
  }

  return (input) => {
    const bookings = input.bookings.filter(({ paused }) => !paused);
    const kinds = [...new Set(bookings.map((booking) => kindOf(booking, materialOf(booking.what).airs)))].sort();
    const isPlain = input.policy === null && kinds.length <= 1 && (kinds[0] ?? 'rotation').startsWith('rotation');
    const reach = isPlain ? input : openingsOf(input);
    // A rule may find material with days of its own, or none: only the compile finds out which of both the day is.
    const mayBePlain = input.policy === null && bookings.every((booking) => isTurn(booking, bookings[0]));
    const edges = { before: 0, after: Number.POSITIVE_INFINITY };
    const active: string[] = [];
    for (const booking of bookings) {
      const windows = windowsOf({ ...input, ...reach }, booking);
      if (windows.some(({ start, end }) => end > reach.from && start < reach.until)) {
        const agreement = booking.agreementId && input.agreements.get(booking.agreementId)?.rev;
        active.push(`${booking.id} ${booking.rev} ${agreement} ${materialOf(booking.what).text}`);
      }
      if (mayBePlain) nearer(edges, windows, input);
    }
    return hashOf([
      commonOf(input, materialOf),
      kinds,
      input.from,
      input.until,
      [...active].sort(),
      [edges.before, edges.after],
    ]);
  };
}

const isTurn = ({ how, priority }: Booking, first: Booking | undefined) =>
  how.kind === 'rotation' && priority === first?.priority;

/** What may turn rotation into traffic. */
const kindOf = ({ how, priority }: Booking, airs: string) =>
  how.kind === 'rotation' && airs === '' ? `rotation ${priority}` : `traffic ${priority} ${airs}`;

function openingsOf(input: CompileInput): { from: number; until: number } {
  const blocks = blocksIn(input.policy, input.display.zone, input.from, input.until);
  const [first, last] = [blocks[0], blocks.at(-1)];
  return {
    from: Math.min(input.from, first?.start ?? input.from),
    until: Math.max(input.until, last?.end ?? input.until),
  };
}

function nearer(
  edges: { before: number; after: number },
  windows: readonly Window[],
  { from, until }: CompileInput,
): void {
  for (const { start, end } of windows) {
    for (const edge of [start, end]) {
      if (edge <= from && edge > edges.before) edges.before = edge;
      if (edge >= until && edge < edges.after) edges.after = edge;
    }
  }
}

type PrintOf = ReturnType<typeof createMaterialPrints>;

function commonOf({ display, station, policy, law }: CompileInput, materialOf: PrintOf): unknown[] {
  const fillers = [display.fillerPlaylistId, station.fillerPlaylistId].map(
    (playlistId) => playlistId && materialOf({ kind: 'playlist', playlistId }).text,
  );
  const rule = policy && [policy.id, policy.rev];
  return [display.zone, profileKey(display.profile), station.zone, station.stillMs, fillers, rule, law?.print ?? ''];
}

function hashOf(parts: unknown[]): string {
  return createHash('sha1').update(JSON.stringify(parts)).digest('base64');
}
