/** Programmes with their templates, who presents, and guests. */
import { z } from 'zod';
import { Guest, GuestFields } from '../records/guest';
import { Presenter, PresenterFields, Programme, ProgrammeFields } from '../records/programme';
import { Id } from '../scalars';
import { command, query } from './procedure';

const one = z.object({ id: Id });

export const programmesApi = {
  list: query('read').route({ method: 'GET', path: '/programmes' }).output(z.array(Programme)),
  create: command('rundown').route({ method: 'POST', path: '/programmes' }).input(ProgrammeFields).output(Programme),
  update: command('rundown')
    .route({ method: 'PATCH', path: '/programmes/{id}' })
    .input(z.object({ id: Id, rev: z.int(), fields: ProgrammeFields.partial() }))
    .output(Programme),
  /** What a rundown has now becomes the template: items, their lengths and the texts of their scripts. */
  learnTemplate: command('rundown')
    .route({ method: 'POST', path: '/programmes/{id}/template' })
    .input(z.object({ id: Id, rundownId: Id }))
    .output(Programme),
  /** Its rundowns stay. */
  remove: command('rundown').route({ method: 'DELETE', path: '/programmes/{id}' }).input(one).output(z.null()),
};

export const presentersApi = {
  list: query('read').route({ method: 'GET', path: '/presenters' }).output(z.array(Presenter)),
  create: command('rundown').route({ method: 'POST', path: '/presenters' }).input(PresenterFields).output(Presenter),
  update: command('rundown')
    .route({ method: 'PATCH', path: '/presenters/{id}' })
    .input(z.object({ id: Id, rev: z.int(), fields: PresenterFields.partial(), forget: z.boolean().default(false) }))
    .output(Presenter),
  /** Refused while a programme or rundown names them. */
  remove: command('rundown').route({ method: 'DELETE', path: '/presenters/{id}' }).input(one).output(z.null()),
};

/** A guest as the caller may see them: contact data is null for those who do not prepare broadcasts, or once it was forgotten. */
export const GuestView = Guest.omit({ phone: true, email: true, notes: true }).extend({
  contact: z.object({ phone: z.string(), email: z.string(), notes: z.string() }).nullable(),
});
export type GuestView = z.infer<typeof GuestView>;

export const guestsApi = {
  list: query('read').route({ method: 'GET', path: '/guests' }).output(z.array(GuestView)),
  create: command('rundown').route({ method: 'POST', path: '/guests' }).input(GuestFields).output(GuestView),
  update: command('rundown')
    .route({ method: 'PATCH', path: '/guests/{id}' })
    .input(z.object({ id: Id, rev: z.int(), fields: GuestFields.partial() }))
    .output(GuestView),
  /** Refused while a rundown that has not been on air names them. */
  remove: command('rundown').route({ method: 'DELETE', path: '/guests/{id}' }).input(one).output(z.null()),
};
