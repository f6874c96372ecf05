/** Template: a day or a week of a display's bookings, kept under a name to be booked again elsewhere. */
import { z } from 'zod';
import { recordType } from '../record-type';
import { Id, Instant, LocalDate, Name, Weekday } from '../scalars';
import { BookingDraft } from './booking';

export const TemplateSpan = z.enum(['day', 'week']);
export type TemplateSpan = z.infer<typeof TemplateSpan>;

/** What a booking has beside its displays and dates. Debts are not booked twice. */
export const TemplateItem = z.object({
  ...z.object(BookingDraft.shape).pick({
    name: true,
    what: true,
    how: true,
    priority: true,
    agreementId: true,
    purpose: true,
    dayparts: true,
    zone: true,
  }).shape,
  /** On which days of the week it played; of a template of a day all seven. */
  weekdays: z.array(Weekday).min(1).max(7),
});
export type TemplateItem = z.infer<typeof TemplateItem>;

export const Template = z.object({
  id: Id,
  rev: z.int().min(0),
  name: Name,
  span: TemplateSpan,
  bookings: z.array(TemplateItem).min(1).max(500),
  /** Where and when it was taken from. */
  takenFrom: z.object({ display: Name, day: LocalDate }),
  createdAt: Instant,
  createdBy: z.string(),
});
export type Template = z.infer<typeof Template>;
export const templateRecord = recordType('template', Template);
