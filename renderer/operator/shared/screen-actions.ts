/**
 * What a screen lets a person do, said once: it binds the keys, fills the `?` sheet and stands in the Ctrl/Cmd-K list.
 * Entries without `run` only document keys that a component handles itself.
 */
import { useEffect, useId, useSyncExternalStore } from 'react';

export interface ScreenAction {
  id: string;
  /** In the reader's language. */
  label: string;
  /** `mod+N`, `Delete`, `J`, `?`; several spellings are separated by spaces. */
  keys?: string;
  run?: () => void;
  /** Also in fields where a person types. */
  evenWhileTyping?: boolean;
}

const registered = new Map<string, readonly ScreenAction[]>();
const listeners = new Set<() => void>();
let all: readonly ScreenAction[] = [];

function renew(): void {
  all = [...registered.values()].flat();
  for (const listener of listeners) listener();
}

/** Registers the actions while the calling component is mounted. The list may be made anew at every render. */
export function useScreenActions(actions: readonly ScreenAction[]): void {
  const id = useId();
  useEffect(() => {
    registered.set(id, actions);
    renew();
  });
  useEffect(
    () => () => {
      registered.delete(id);
      renew();
    },
    [id],
  );
  useEffect(() => {
    const press = (event: KeyboardEvent) => runMatching(registered.get(id) ?? [], event);
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [id]);
}

/** Every action on screen now, the frame's and the screen's. */
export function useAllActions(): readonly ScreenAction[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => all,
  );
}

function runMatching(actions: readonly ScreenAction[], event: KeyboardEvent): void {
  if (event.defaultPrevented) return;
  const typing = isTyping(event.target);
  const action = actions.find(
    ({ keys, run, evenWhileTyping }) =>
      run && keys && (!typing || evenWhileTyping) && keys.split(' ').some((combination) => matches(combination, event)),
  );
  if (!action?.run) return;
  event.preventDefault();
  action.run();
}

/** Whether an event is this combination. Printed characters such as `?` need no shift named. */
export function matches(combination: string, event: KeyboardEvent): boolean {
  const parts = combination.toLowerCase().split('+');
  const key = parts.at(-1);
  const printed = key?.length === 1 && !/[a-z0-9]/.test(key);
  return (
    event.key.toLowerCase() === key &&
    (event.ctrlKey || event.metaKey) === parts.includes('mod') &&
    event.altKey === parts.includes('alt') &&
    (printed || event.shiftKey === parts.includes('shift'))
  );
}

/** Boxes, switches and buttons are inputs too, but nobody types in them. */
const UNTYPED = new Set(['checkbox', 'radio', 'button', 'submit', 'range', 'file']);

function isTyping(target: EventTarget | null): boolean {
  if (target instanceof HTMLInputElement) return !UNTYPED.has(target.type);
  return target instanceof HTMLElement && (target.isContentEditable || /^(TEXTAREA|SELECT)$/.test(target.tagName));
}
