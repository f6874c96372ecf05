/** Handlers of `calendarsApi`, and the feed for whoever knows its secret. */
import type { CalendarAddress, calendarsApi } from '../../../contract/api/calendars';
import type { HandlersOf } from '../../../contract/api/handlers';
import { Failure } from '../../../contract/failure';
import type { CalendarFeed } from '../../../contract/records/calendar-feed';
import { inTurns } from '../../loop';
import { newSecret, sameSecret } from '../../secret';
import { type Clock, type Store, settingsOf } from '../../store';
import type { Network } from '../network';
import { calendarSteps } from './write';

export interface Feeds {
  handlers: HandlersOf<typeof calendarsApi>;
  /** Null for an unknown display as for a wrong secret. */
  read(displayId: string, secret: string): Promise<string | null>;
}

export function createFeeds(store: Store, clock: Clock, network: () => Network): Feeds {
  const requireDisplay = (id: string) => {
    if (!store.get('display', id)) throw new Failure('notFound', { record: 'display' });
  };
  return {
    handlers: {
      address({ id }) {
        requireDisplay(id);
        const feed = store.get('calendarFeed', id);
        return feed ? addressOf(feed) : null;
      },
      /** Not undoable: the secret of before would be good again. */
      async renew({ id }, { actor }) {
        requireDisplay(id);
        const secret = newSecret();
        const feed = await store.commit({ command: 'calendars.renew', actor }, (tx) =>
          tx.put('calendarFeed', { id, rev: 0, secret, issuedAt: clock.now() }),
        );
        return addressOf(feed);
      },
      close: ({ id }, { actor }) =>
        store.commit({ command: 'calendars.close', actor }, (tx) => {
          tx.remove('calendarFeed', id);
          return null;
        }),
    },
    async read(displayId, secret) {
      const display = store.get('display', displayId);
      const feed = store.get('calendarFeed', displayId);
      if (!display || !feed || !sameSecret(feed.secret, secret)) return null;
      return inTurns(calendarSteps(display, network().bookingsOn(displayId), settingsOf(store), clock.now()));
    },
  };
}

function addressOf({ id, secret, issuedAt }: CalendarFeed): CalendarAddress {
  return { path: `/api/displays/${id}/calendar.ics?secret=${secret}`, issuedAt };
}
