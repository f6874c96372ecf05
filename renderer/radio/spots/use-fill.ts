/** Fills breaks from bookings: all of the rundown, or those named. */
import i18next from 'i18next';
import { client } from '../../client/client';
import { useCommand } from '../../operator/shared/use-command';

export function useFill(rundownId: string) {
  return useCommand({
    run: (itemIds: string[] | null) => client.spots.fillBreaks({ rundownId, itemIds }),
    done: ({ changed }) => i18next.t('spots:bar.filled', { count: changed }),
    undo: true,
  });
}
