/** Days and weeks of bookings, kept under a name and booked again on other displays and dates. */
import { z } from 'zod';
import { Template, TemplateSpan } from '../records/template';
import { Id, LocalDate, Name } from '../scalars';
import { RowsReport } from './exchange';
import { command, query } from './procedure';

const Place = z.object({
  id: Id,
  displayIds: z.array(Id).max(5000),
  groupIds: z.array(Id).max(500),
  from: LocalDate,
  to: LocalDate,
});
const ENDS_BEFORE = { error: 'ends before it starts', path: ['to'] };
const NOWHERE = { error: 'no display or group' };
const goesOn = ({ from, to }: z.infer<typeof Place>) => from <= to;
const isSomewhere = ({ displayIds, groupIds }: z.infer<typeof Place>) => displayIds.length + groupIds.length > 0;

export const templatesApi = {
  list: query('read').route({ method: 'GET', path: '/templates' }).output(z.array(Template)),
  /** What plays on a display on `day`, or in the week (Monday to Sunday) around it; paused bookings are left out. */
  save: command('schedule')
    .route({ method: 'POST', path: '/templates' })
    .input(z.object({ name: Name, displayId: Id, day: LocalDate, span: TemplateSpan }))
    .output(Template),
  /** What applying it would do, booking by booking, in the order of the template; changes nothing. */
  preview: query('schedule')
    .route({ method: 'POST', path: '/templates/{id}/preview' })
    .input(Place.refine(goesOn, ENDS_BEFORE).refine(isSomewhere, NOWHERE))
    .output(RowsReport),
  /** Books all of it from `from` to `to`, both included; what is booked already stays. Answers how many were made. */
  apply: command('schedule')
    .route({ method: 'POST', path: '/templates/{id}/apply' })
    .input(
      Place.extend({
        /** Of the preview's rows those that are not to be booked. */
        leaveOut: z.array(z.int().min(1)).max(500).default([]),
      })
        .refine(goesOn, ENDS_BEFORE)
        .refine(isSomewhere, NOWHERE),
    )
    .output(z.object({ made: z.int() })),
  remove: command('schedule')
    .route({ method: 'DELETE', path: '/templates/{id}' })
    .input(z.object({ id: Id }))
    .output(z.null()),
};
