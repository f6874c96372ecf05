/** Uploads across the end of a session. For the frame, which stands only while somebody is signed in. */
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useSyncExternalStore } from 'react';
import { orpc } from '../../../../client/client';
import { uploads } from '.';
import { needsSignIn } from './uploads';

const stopped = () => uploads.snapshot().some(needsSignIn);

/** Asks who is here when an upload was refused for want of a session, and goes on with it once somebody is. */
export function useSignedInUploads(): void {
  const queries = useQueryClient();
  const refused = useSyncExternalStore(uploads.subscribe, stopped);
  useEffect(() => uploads.resumeSignedIn(), []);
  useEffect(() => {
    if (refused) void queries.invalidateQueries({ queryKey: orpc.auth.status.key() });
  }, [refused, queries]);
}
