/** The keys of the list. The row that has them is the one the selection stands at. */
import type { KeyboardEvent } from 'react';
import type { Row } from '../../../../electron/domain/rundown/plan';
import { everything, type Selection, stepped } from '../selection';
import type { Editing } from './ItemRow';
import type { ListCommands } from './use-list-commands';

interface ListKeys {
  selection: Selection;
  choose: (selection: Selection) => void;
  order: readonly string[];
  shown: readonly Row[];
  folded: ReadonlySet<string>;
  fold: (id: string, folded: boolean) => void;
  /** Undefined where one may not write. */
  commands: ListCommands | undefined;
  edit: (editing: Editing) => void;
  page: number;
}

/** Answers whether the key was for the list. */
export function pressList(event: KeyboardEvent, keys: ListKeys): boolean {
  const { selection, order } = keys;
  const mod = event.ctrlKey || event.metaKey;
  if (event.altKey) return !mod && pressAlt(event.key, keys);
  if (mod) {
    const key = event.key.toLowerCase();
    if (key === 'a') keys.choose(everything(selection, order));
    else if (key === 'd' && keys.commands) void keys.commands.duplicate();
    else return false;
    return true;
  }
  const step = STEPS[event.key];
  if (step !== undefined) {
    const by = Math.abs(step) === 2 ? (step / 2) * keys.page : step;
    keys.choose(stepped(selection, by, event.shiftKey, order));
    return true;
  }
  if (event.key === 'ArrowLeft' || event.key === 'ArrowRight') return pressFold(event.key === 'ArrowLeft', keys);
  return pressWrite(event, keys);
}

/** A row up or down; twice that is a page; all of them is the end. */
const STEPS: Record<string, number> = {
  ArrowUp: -1,
  ArrowDown: 1,
  PageUp: -2,
  PageDown: 2,
  Home: -1e6,
  End: 1e6,
};

function pressAlt(key: string, { commands }: ListKeys): boolean {
  if (!commands) return false;
  if (key === 'ArrowUp') commands.nudge(-1);
  else if (key === 'ArrowDown') commands.nudge(1);
  else if (key === 'ArrowRight') commands.into();
  else if (key === 'ArrowLeft') commands.out();
  else return false;
  return true;
}

function pressFold(left: boolean, { selection, shown, folded, fold, choose }: ListKeys): boolean {
  const row = shown.find(({ item }) => item.id === selection.at);
  if (!row) return false;
  const { id, kind, parentId } = row.item;
  if (kind === 'segment' && folded.has(id) !== left) fold(id, left);
  else if (left && row.depth === 1 && parentId) choose({ ids: new Set([parentId]), at: parentId, from: parentId });
  else return false;
  return true;
}

function pressWrite(event: KeyboardEvent, { selection, commands, edit, choose }: ListKeys): boolean {
  const { at } = selection;
  if (event.key === 'Escape' && selection.ids.size > 1) {
    choose({ ...selection, ids: new Set(at ? [at] : []), from: at });
    return true;
  }
  if (!commands) return false;
  if (event.key === 'Enter') {
    edit({ id: commands.add(event.shiftKey ? 'segment' : 'free'), field: 'title', seed: null });
  } else if (at === null) return false;
  else if (event.key === 'F2') edit({ id: at, field: event.shiftKey ? 'length' : 'title', seed: null });
  else if (event.key === 'Delete' || event.key === 'Backspace') commands.remove();
  // A figure is a length, anything else the title; `?` shows the keys, as everywhere.
  else if (/^\d$/.test(event.key)) edit({ id: at, field: 'length', seed: event.key });
  else if (/^[\p{L}"'(]$/u.test(event.key)) edit({ id: at, field: 'title', seed: event.key });
  else return false;
  return true;
}
