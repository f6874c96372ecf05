/**
 * Agencies that hand over material, and the agreements under which they do. A file for one comes in with
 * `POST /api/papers/files?record=agency&id=ID&name=NAME` and is handed out at `GET /api/papers/ID/file`.
 */
import { z } from 'zod';
import { Channel } from '../records/matter';
import { Agency, AgencyFields, Agreement, AgreementFields } from '../records/partner';
import { Language } from '../records/user';
import { Id, LocalDate } from '../scalars';
import { command, query } from './procedure';

/** For what a paper is, and what the sender calls it: shown, never followed. */
export const DeskPaperQuery = z.object({
  record: z.enum(['agency', 'agreement', 'submission']),
  id: Id,
  name: z.string().min(1).max(1024),
});
export type DeskPaperQuery = z.infer<typeof DeskPaperQuery>;

export const Month = z.string().regex(/^\d{4}-(?:0[1-9]|1[0-2])$/);
export const UsageQuery = z.object({ month: Month, language: Language.catch('id').default('id') });

/** What one day came to under an agreement, on all displays and the radio, also by bookings that are deleted since. */
export const UsedDay = z.object({
  day: LocalDate,
  planned: z.int(),
  plannedMs: z.int(),
  shown: z.int(),
  shownMs: z.int(),
});
export type UsedDay = z.infer<typeof UsedDay>;

export const AgreementUse = z.object({
  month: Month,
  days: z.array(UsedDay),
  planned: z.int(),
  plannedMs: z.int(),
  shown: z.int(),
  shownMs: z.int(),
  /** Slots of one loop that were taken on one display and day, the most there were. */
  slotsUsed: z.int(),
  /** Through which of what an office lends it went: those planned or shown. */
  channelsUsed: z.array(Channel),
  /** What was agreed for the days of this month on which it holds; null where nothing is said. */
  agreedMs: z.int().nullable(),
});
export type AgreementUse = z.infer<typeof AgreementUse>;

export const agenciesApi = {
  /** Contacts are left out for those who only look. */
  list: query('read').route({ method: 'GET', path: '/agencies' }).output(z.array(Agency)),
  create: command('schedule').route({ method: 'POST', path: '/agencies' }).input(AgencyFields).output(Agency),
  update: command('schedule')
    .route({ method: 'PUT', path: '/agencies/{id}' })
    .input(z.object({ id: Id, rev: z.int(), fields: AgencyFields }))
    .output(Agency),
  /** A path names a folder of the station's machine. Null: none. */
  watch: command('administer')
    .route({ method: 'PUT', path: '/agencies/{id}/folder' })
    .input(z.object({ id: Id, folder: z.string().trim().min(1).max(4096).nullable() }))
    .output(Agency),
  dropLogo: command('schedule')
    .route({ method: 'DELETE', path: '/agencies/{id}/logo' })
    .input(z.object({ id: Id }))
    .output(Agency),
  /** Refused while an agreement, an asset (also in the bin) or a smart playlist names it, with the places in `details`. */
  remove: command('schedule')
    .route({ method: 'DELETE', path: '/agencies/{id}' })
    .input(z.object({ id: Id }))
    .output(z.null()),
};

export const agreementsApi = {
  list: query('read').route({ method: 'GET', path: '/agreements' }).output(z.array(Agreement)),
  create: command('schedule').route({ method: 'POST', path: '/agreements' }).input(AgreementFields).output(Agreement),
  update: command('schedule')
    .route({ method: 'PUT', path: '/agreements/{id}' })
    .input(z.object({ id: Id, rev: z.int(), fields: AgreementFields }))
    .output(Agreement),
  /** Lets material air on after the last day. Kept with its reason and by whom, for good. */
  override: command('approve')
    .route({ method: 'POST', path: '/agreements/{id}/override' })
    .input(z.object({ id: Id, rev: z.int(), until: LocalDate, reason: z.string().trim().min(1).max(1000) }))
    .output(Agreement),
  /** Day by day; as CSV at `/api/agreements/ID/usage.csv?month=YYYY-MM`. */
  usage: query('read')
    .route({ method: 'GET', path: '/agreements/{id}/usage' })
    .input(z.object({ id: Id, month: Month }))
    .output(AgreementUse),
  /** Refused while a booking that is not over stands under it, with the places in `details`. */
  remove: command('schedule')
    .route({ method: 'DELETE', path: '/agreements/{id}' })
    .input(z.object({ id: Id }))
    .output(z.null()),
};
