import { z } from 'zod';
import { Language, PublicUser, Role, SignInName } from '../records/user';
import { Id, Name } from '../scalars';
import { command, query } from './procedure';

const Password = z.string().min(10).max(200);

/** Who is at the door, who may come in, and who works here. */
export const authApi = {
  /** What the sign-in page needs to know before anyone is in. */
  status: query('open')
    .route({ method: 'GET', path: '/auth/status' })
    .output(
      z.object({ user: PublicUser.nullable(), firstRun: z.boolean(), stationName: z.string(), language: Language }),
    ),
  /** Opens the first session with the one-time code, and makes the administrator when a name is given. */
  firstRun: command('open')
    .route({ method: 'POST', path: '/auth/first-run' })
    .input(z.object({ code: z.string().max(200), signInName: SignInName, name: Name, password: Password }))
    .output(PublicUser),
  /** Exchanges the desktop shell's one-time code for a session; no password asked. */
  desktop: command('open')
    .route({ method: 'POST', path: '/auth/desktop' })
    .input(z.object({ code: z.string().max(200) }))
    .output(PublicUser),
  signIn: command('open')
    .route({ method: 'POST', path: '/auth/sign-in' })
    .input(z.object({ signInName: z.string().max(100), password: z.string().max(200) }))
    .output(PublicUser),
  signOut: command('open').route({ method: 'POST', path: '/auth/sign-out' }).output(z.null()),
  /** Whoever is signed in, in whatever role. */
  setOwnPassword: command('open')
    .route({ method: 'POST', path: '/auth/password' })
    .input(z.object({ current: z.string().max(200).nullable(), next: Password }))
    .output(z.null()),
};

export const usersApi = {
  list: query('administer').route({ method: 'GET', path: '/users' }).output(z.array(PublicUser)),
  create: command('administer')
    .route({ method: 'POST', path: '/users' })
    .input(
      z.object({
        signInName: SignInName,
        name: Name,
        role: Role,
        agencyId: Id.nullable().default(null),
        password: Password,
      }),
    )
    .output(PublicUser),
  update: command('administer')
    .route({ method: 'PATCH', path: '/users/{id}' })
    .input(
      z.object({
        id: Id,
        rev: z.int(),
        name: Name.optional(),
        role: Role.optional(),
        /** Of a partner account; nobody else has one. */
        agencyId: Id.nullable().optional(),
        disabled: z.boolean().optional(),
        password: Password.optional(),
      }),
    )
    .output(PublicUser),
};
