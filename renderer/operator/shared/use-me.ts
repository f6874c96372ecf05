/** Who is signed in, and what they may do. */
import { useQuery } from '@tanstack/react-query';
import { mayDo, type Permission, type PublicUser } from '../../../electron/contract/records/user';
import { orpc } from '../../client/client';

export interface Me {
  user: PublicUser | null;
  may(permission: Permission): boolean;
}

/** Screens hide what the person may not do; the station refuses it in any case. */
export function useMe(): Me {
  const user = useQuery(orpc.auth.status.queryOptions()).data?.user ?? null;
  return { user, may: (permission) => user !== null && mayDo(user.role, permission) };
}
