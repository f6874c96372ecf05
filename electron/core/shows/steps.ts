/** The log of a show inside a commit. */
import type { Show, Step } from '../../contract/records/show';
import type { Store, Tx } from '../store';

/** So far, in order; as it stands in the commit. */
export function stepsIn(store: Pick<Store, 'rundownParts'>, tx: Pick<Tx, 'get'>, { id, rundownId }: Show): Step[] {
  const steps = store.rundownParts.of('step', rundownId).filter(({ showId }) => showId === id);
  return steps.map((step) => tx.get('step', step.id) ?? step);
}
