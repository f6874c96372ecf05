/** A show on air for tests, from as little as matters. */
import type { Show, Step } from '../../../electron/contract/records/show';

/** Those of `domain/rundown/samples`, which stand on calendars that no page may load. */
const RUNDOWN_ID = `01${'R'.padStart(14, '0')}${'1'.padStart(10, '0')}`;
const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const partId = (number: number) => {
  const [high, low] = [DIGITS[Math.floor(number / 32)], DIGITS[number % 32]];
  return `${RUNDOWN_ID}:01${'S'.padStart(14, '0')}${`${high}${low}`.padStart(10, '0')}`;
};

/** Item `number` has been on air since `startedAt`. */
export function showAt(number: number, startedAt: number, part: Partial<Show> = {}): Show {
  return {
    id: RUNDOWN_ID,
    rev: 1,
    rundownId: RUNDOWN_ID,
    rundownName: 'Ruang Pemilih',
    rehearsal: false,
    shiftMs: 0,
    state: 'onAir',
    mode: 'hand',
    plannedStart: startedAt,
    plannedEnd: null,
    startedAt,
    endedAt: null,
    current: { stepId: partId(900), itemId: partId(number), startedAt, heldAt: null, heldMs: 0 },
    skipped: [],
    lengths: {},
    turn: 1,
    signature: null,
    ...part,
  };
}

export function step(number: number, startedAt: number, endedAt: number | null, part: Partial<Step> = {}): Step {
  return {
    id: partId(900 + number),
    rev: 1,
    showId: RUNDOWN_ID,
    rundownId: RUNDOWN_ID,
    itemId: partId(number),
    kind: 'free',
    title: `Materi ${number}`,
    plannedStart: null,
    plannedMs: 0,
    agreedMs: null,
    startedAt,
    endedAt,
    heldMs: 0,
    outcome: endedAt === null ? 'onAir' : 'aired',
    why: '',
    source: 'hand',
    by: 'Produser 1',
    ...part,
  };
}
