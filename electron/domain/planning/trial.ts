/** What is handed about while a draft is checked. */
import type { DraftChange } from '../../contract/api/planning';
import type { Booking } from '../../contract/records/booking';
import type { Agreement } from '../../contract/records/partner';
import type { LocalDate, Reason, Zone } from '../../contract/scalars';
import type { Finding } from './finding';
import type { Laid, Reach, Stage } from './stage';

export interface Ground {
  /** Displays the draft is booked on, those that agree together; without the draft's own booking. */
  stages: readonly Stage[];
  zone: Zone;
  agreements: readonly Agreement[];
  /** On the station's clock: what is over is not looked at. */
  today: LocalDate;
}

/** What is found of one draft. */
export interface Trial {
  draft: Booking;
  reach: Reach | null;
  laid: Laid[];
  findings: Finding[];
}

/** A way out that is still to be tried. */
export interface Candidate {
  label: Reason;
  change: DraftChange;
}
