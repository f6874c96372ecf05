/** Agencies that hand over material, and the agreements under which they do. */
import { z } from 'zod';
import { Agency, AgencyFields, Agreement, AgreementFields } from '../records/partner';
import { Id } from '../scalars';
import { command, query } from './procedure';

export const agenciesApi = {
  list: query('read').route({ method: 'GET', path: '/agencies' }).output(z.array(Agency)),
  create: command('schedule').route({ method: 'POST', path: '/agencies' }).input(AgencyFields).output(Agency),
  update: command('schedule')
    .route({ method: 'PUT', path: '/agencies/{id}' })
    .input(z.object({ id: Id, rev: z.int(), fields: AgencyFields }))
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
  /** Refused while a booking that is not over stands under it, with the places in `details`. */
  remove: command('schedule')
    .route({ method: 'DELETE', path: '/agreements/{id}' })
    .input(z.object({ id: Id }))
    .output(z.null()),
};
