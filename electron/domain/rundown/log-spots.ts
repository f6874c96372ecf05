/**
 * What became of the spots of a show's log: those its items hold against what the play log proves. Pure. A play counts once. It is looked
 * for while its item was on air, by booking and material in their order; then anywhere in the show, for a break that was played a turn
 * early or late has been heard, but only where its booking says that it was meant.
 */
import type { PlayOutcome } from '../../contract/records/play';
import type { PartId } from '../../contract/records/rundown-item';
import type { Step } from '../../contract/records/show';
import type { Id, Reason } from '../../contract/scalars';

export interface PlannedSpot {
  key: Id;
  assetId: Id;
  bookingId: Id | null;
  name: string;
  /** 0 where the material is gone and nothing tells its length. */
  ms: number;
}

/** As much of a play as it takes. */
export interface HeardPlay {
  assetId: Id | null;
  bookingId: Id | null;
  startedAt: number;
  endedAt: number;
  outcome: PlayOutcome;
  because: Reason | null;
}

export interface LogSpot {
  stepId: PartId;
  key: Id;
  name: string;
  plannedMs: number;
  /** Null: the play log knows nothing of it. */
  startedAt: number | null;
  actualMs: number;
  outcome: 'played' | 'partial' | 'missed';
  because: Reason | null;
}

/** The cart begins by the sample clock, the step by the hand that took it. */
const GRAIN_MS = 2000;

type LogStep = Pick<Step, 'id' | 'itemId' | 'startedAt' | 'endedAt' | 'outcome'>;
interface Place {
  step: LogStep;
  spot: PlannedSpot;
}

/**
 * `plays`: of the show's span, in order. Given in the order of the log; of an item that was on air twice, what was missed stands once, at
 * its last turn.
 */
export function logSpots(
  steps: readonly LogStep[],
  spotsOf: (itemId: PartId) => readonly PlannedSpot[],
  plays: readonly HeardPlay[],
): LogSpot[] {
  const places: Place[] = steps.flatMap((step) => spotsOf(step.itemId).map((spot) => ({ step, spot })));
  const free = new Set(plays);
  const found = new Map<Place, HeardPlay>();
  const claim = (place: Place, fits: (play: HeardPlay) => boolean) => {
    if (found.has(place)) return;
    const play = [...free].find((each) => each.assetId === place.spot.assetId && fits(each));
    if (!play) return;
    free.delete(play);
    found.set(place, play);
  };
  const meant = ({ spot }: Place, play: HeardPlay) => play.bookingId === spot.bookingId;
  for (const place of places) claim(place, (play) => meant(place, play) && isWithin(place.step, play));
  for (const place of places) claim(place, (play) => isWithin(place.step, play));
  const known = new Set([...found.keys()].map(nameOf));
  const last = new Map(places.map((place) => [nameOf(place), place]));
  const missed = new Set([...last.values()].filter((place) => !known.has(nameOf(place))));
  for (const place of missed) claim(place, (play) => place.spot.bookingId !== null && meant(place, play));
  return places
    .filter((place) => found.has(place) || missed.has(place))
    .map((place) => spotLine(place, found.get(place) ?? null));
}

const nameOf = ({ step, spot }: Place): string => `${step.itemId} ${spot.key}`;

function isWithin({ startedAt, endedAt, outcome }: LogStep, play: HeardPlay): boolean {
  if (outcome === 'skipped') return false;
  return play.startedAt >= startedAt - GRAIN_MS && play.startedAt < (endedAt ?? Number.POSITIVE_INFINITY);
}

const OUTCOMES = { shown: 'played', partial: 'partial', interrupted: 'partial', skipped: 'missed' } as const;

function spotLine({ step, spot: { key, name, ms } }: Place, play: HeardPlay | null): LogSpot {
  const line = { stepId: step.id, key, name, plannedMs: ms };
  if (!play) return { ...line, startedAt: null, actualMs: 0, outcome: 'missed', because: null };
  const outcome = OUTCOMES[play.outcome];
  const { startedAt, because } = play;
  if (outcome === 'missed') return { ...line, startedAt: null, actualMs: 0, outcome, because };
  return { ...line, startedAt, actualMs: play.endedAt - startedAt, outcome, because };
}
