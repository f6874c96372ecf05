/** A display's bookings as an iCalendar feed. The feed itself is at `GET /api/displays/{id}/calendar.ics?secret=...`. */
import { z } from 'zod';
import { Id, Instant } from '../scalars';
import { command, query } from './procedure';

/** `path` is to be put behind one of the station's addresses. */
export const CalendarAddress = z.object({ path: z.string(), issuedAt: Instant });
export type CalendarAddress = z.infer<typeof CalendarAddress>;

const OfDisplay = z.object({ id: Id });

export const calendarsApi = {
  /** Null while there is none. */
  address: query('read')
    .route({ method: 'GET', path: '/displays/{id}/calendar' })
    .input(OfDisplay)
    .output(CalendarAddress.nullable()),
  /** Makes one, or another: the one before is good for nothing from then on. */
  renew: command('displays')
    .route({ method: 'POST', path: '/displays/{id}/calendar' })
    .input(OfDisplay)
    .output(CalendarAddress),
  close: command('displays')
    .route({ method: 'DELETE', path: '/displays/{id}/calendar' })
    .input(OfDisplay)
    .output(z.null()),
};
