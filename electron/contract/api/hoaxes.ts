/** The hoax desk: rumours reported, checked and answered. */
import { z } from 'zod';
import { Clarification, HoaxCase, HoaxReport } from '../records/hoax-case';
import { Id } from '../scalars';
import { command, query } from './procedure';

const one = z.object({ id: Id });
const held = one.extend({ rev: z.int() });

/** Which month, on the station's clock; absent: all. */
export const HoaxQuery = z.object({
  month: z
    .string()
    .regex(/^\d{4}-(?:0[1-9]|1[0-2])$/)
    .optional(),
});
export type HoaxQuery = z.infer<typeof HoaxQuery>;

export const hoaxesApi = {
  /** Newest first. */
  list: query('read').route({ method: 'GET', path: '/hoaxes' }).output(z.array(HoaxCase)),
  report: command('desk').route({ method: 'POST', path: '/hoaxes' }).input(HoaxReport).output(HoaxCase),
  update: command('desk')
    .route({ method: 'PUT', path: '/hoaxes/{id}' })
    .input(held.extend({ report: HoaxReport }))
    .output(HoaxCase),
  /** Takes it up: the caller is its redaktur. */
  check: command('desk').route({ method: 'POST', path: '/hoaxes/{id}/check' }).input(held).output(HoaxCase),
  /** Says what is true and makes its card, or changes both. */
  clarify: command('desk')
    .route({ method: 'POST', path: '/hoaxes/{id}/clarify' })
    .input(held.extend({ clarification: Clarification }))
    .output(HoaxCase),
  /** Publishes its card and puts it at the end of these playlists; it airs as soon as it is approved. */
  publish: command('desk')
    .route({ method: 'POST', path: '/hoaxes/{id}/publish' })
    .input(held.extend({ playlistIds: z.array(Id).max(50) }))
    .output(HoaxCase),
  /** Nothing to answer: a joke, a doublet. */
  dismiss: command('desk').route({ method: 'POST', path: '/hoaxes/{id}/dismiss' }).input(held).output(HoaxCase),
  /** How long it may take, hours. */
  target: command('approve')
    .route({ method: 'PUT', path: '/hoaxes/target' })
    .input(z.object({ hours: z.int().min(1).max(720) }))
    .output(z.null()),
};
