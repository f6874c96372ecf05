/** What the station says of the draft before it is sent, asked again while a person reads it: rules and time move. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { TakeoverFields } from '../../../../../electron/contract/records/takeover';
import { client, orpc } from '../../../../client/client';
import type { TakeoverDraft } from './draft';

const LOOK_MS = 10_000;

/** @param fieldsNow the draft as it would be sent at this moment; null where it could not */
export function useReview(draft: TakeoverDraft, isAsked: boolean, fieldsNow: () => TakeoverFields | null) {
  return useQuery({
    queryKey: [...orpc.takeovers.review.key(), draft],
    queryFn: () => {
      const fields = fieldsNow();
      return fields && client.takeovers.review(fields);
    },
    ...{ enabled: isAsked, refetchInterval: LOOK_MS, placeholderData: keepPreviousData },
  });
}
