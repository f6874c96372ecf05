/** What a rundown has been on air. */
import type { Show, Step } from '../../contract/records/show';
import type { Id } from '../../contract/scalars';
import type { Reader, Store } from './types';

/** The newest show of a rundown; null where it never ran. */
export function newestShow(reader: Pick<Reader, 'all'>, rundownId: Id): Show | null {
  return reader.all('show').findLast((show) => show.rundownId === rundownId) ?? null;
}

/** The newest that was no rehearsal; null where it was never on air. */
export function newestBroadcast(reader: Pick<Reader, 'all'>, rundownId: Id): Show | null {
  return reader.all('show').findLast((show) => show.rundownId === rundownId && !show.rehearsal) ?? null;
}

/** The log of a show so far, in order. */
export function stepsOf(store: Pick<Store, 'rundownParts'>, { id, rundownId }: Pick<Show, 'id' | 'rundownId'>): Step[] {
  return store.rundownParts.of('step', rundownId).filter(({ showId }) => showId === id);
}
