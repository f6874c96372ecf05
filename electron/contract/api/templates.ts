/** Days and weeks of bookings, kept under a name and booked again on other displays and dates. */
import { z } from 'zod';
import { Template, TemplateSpan } from '../records/template';
import { Id, LocalDate, Name } from '../scalars';
import { command, query } from './procedure';

export const templatesApi = {
  list: query('read').route({ method: 'GET', path: '/templates' }).output(z.array(Template)),
  /** What plays on a display on `day`, or in the week (Monday to Sunday) around it; paused bookings are left out. */
  save: command('schedule')
    .route({ method: 'POST', path: '/templates' })
    .input(z.object({ name: Name, displayId: Id, day: LocalDate, span: TemplateSpan }))
    .output(Template),
  /** Books all of it from `from` to `to`, both included; what is booked already stays. Answers how many were made. */
  apply: command('schedule')
    .route({ method: 'POST', path: '/templates/{id}/apply' })
    .input(
      z
        .object({
          id: Id,
          displayIds: z.array(Id).max(5000),
          groupIds: z.array(Id).max(500),
          from: LocalDate,
          to: LocalDate,
        })
        .refine(({ from, to }) => from <= to, { error: 'ends before it starts', path: ['to'] })
        .refine(({ displayIds, groupIds }) => displayIds.length + groupIds.length > 0, {
          error: 'no display or group',
        }),
    )
    .output(z.object({ made: z.int() })),
  remove: command('schedule')
    .route({ method: 'DELETE', path: '/templates/{id}' })
    .input(z.object({ id: Id }))
    .output(z.null()),
};
