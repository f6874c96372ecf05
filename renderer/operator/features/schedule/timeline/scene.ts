/** What every row is drawn with. */
import type { Booking } from '../../../../../electron/contract/records/booking';
import type { Zone } from '../../../../../electron/contract/scalars';
import type { Colouring } from '../colouring';
import type { View } from '../zoom';

export interface Scene {
  view: View;
  width: number;
  zone: Zone;
  /** The station's time, moving when it is seen to move at this zoom. */
  now: number;
  colouring: Colouring;
  /** Which bookings the filter lets through; the others stay, without their colour. */
  lets: (bookingId: string) => boolean;
  nameOf: (bookingId: string) => string;
  pictureOf: (assetId: string) => CanvasImageSource | null;
  /** Changes when pictures arrive or the theme changes. */
  stamp: string;
  /** Ids of bookings that are chosen. */
  chosen: ReadonlySet<string>;
  /** Bookings being moved, as they would be. */
  ghosts: readonly Booking[];
}
