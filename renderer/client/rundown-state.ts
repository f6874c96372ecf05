/** A rundown as a view holds it, made of what the station tells. Pure. */
import type { PartId } from '../../electron/contract/records/rundown-item';
import type { RundownEvent } from '../../electron/contract/rundown-feed';

export type RundownState = Omit<Extract<RundownEvent, { type: 'whole' }>, 'type' | 'at'>;

/** Undefined before the first word, null once the rundown is gone. Parts that did not move stay the same objects. */
export function told(state: RundownState | undefined | null, event: RundownEvent): RundownState | undefined | null {
  switch (event.type) {
    case 'whole': {
      const { type: _type, at: _at, ...all } = event;
      return all;
    }
    case 'gone':
      return null;
    case 'clock':
      return state;
    case 'present':
      return state && { ...state, present: event.present };
    case 'moved':
      return state && moved(state, event);
    default:
      return event satisfies never;
  }
}

function moved(state: RundownState, event: Extract<RundownEvent, { type: 'moved' }>): RundownState {
  const gone = new Set(event.removed);
  const steps = event.show && event.show.id !== state.show?.id ? [] : state.steps;
  return {
    rundown: event.rundown ?? state.rundown,
    presenters: event.presenters ?? state.presenters,
    items: renewed(state.items, event.items, gone, ({ id }) => id),
    comments: renewed(state.comments, event.comments, gone, ({ id }) => id),
    calls: renewed(state.calls, event.calls, gone, ({ id }) => id),
    spoken: renewed(state.spoken, event.spoken, gone, ({ itemId }) => itemId),
    show: event.show === undefined ? state.show : event.show,
    steps: renewed(steps, event.steps, gone, ({ id }) => id),
    present: state.present,
  };
}

/** In the order they were in, new ones at the end. */
function renewed<T>(held: T[], fresh: T[] | undefined, gone: ReadonlySet<PartId>, idOf: (part: T) => PartId): T[] {
  if (!fresh?.length && !held.some((part) => gone.has(idOf(part)))) return held;
  const byId = new Map(held.filter((part) => !gone.has(idOf(part))).map((part) => [idOf(part), part]));
  for (const part of fresh ?? []) byId.set(idOf(part), part);
  return [...byId.values()];
}
