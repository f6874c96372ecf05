/** Files on their way to items, one after another, whichever item is looked at meanwhile; and those that were refused. */
import { useSyncExternalStore } from 'react';
import type { Attachment } from '../../../../electron/contract/records/attachment';
import type { PartId } from '../../../../electron/contract/records/part-id';
import { newId } from '../../../../electron/contract/ulid';
import { attachedName, sizeRefusal } from '../../../../electron/domain/attachments';
import { faultText, reasonText } from '../../../operator/i18n/say';
import { send } from './send';

export interface Sending {
  key: string;
  itemId: PartId;
  name: string;
  bytes: number;
  /** Null while others are before it. */
  sent: number | null;
  /** Why it was not kept, in sentences; null while it may still be. */
  refusal: string | null;
}

let all: readonly Sending[] = [];
let last: Promise<void> = Promise.resolve();
const listeners = new Set<() => void>();
const stops = new Map<string, AbortController>();

export const useSending = (itemId: PartId): readonly Sending[] =>
  useSyncExternalStore(listen, () => all).filter((each) => each.itemId === itemId);

/** Told of each as it is kept. */
export function sendFiles(itemId: PartId, files: readonly File[], onKept: (kept: Attachment) => void): void {
  for (const file of files) {
    const name = attachedName(file.name);
    const refused = sizeRefusal(name, file.size);
    const one = { key: newId(), itemId, name, bytes: file.size, sent: null, refusal: refused && reasonText(refused) };
    become([...all, one]);
    if (!refused) last = last.then(() => go(one, file, onKept));
  }
}

/** Stops it, or puts the word about it away. */
export function letGo(key: string): void {
  become(all.filter((each) => each.key !== key));
  stops.get(key)?.abort();
}

async function go({ key, itemId }: Sending, file: File, onKept: (kept: Attachment) => void): Promise<void> {
  if (!isThere(key)) return;
  const stop = new AbortController();
  stops.set(key, stop);
  const onSent = (sent: number) => change(key, { sent });
  onSent(0);
  try {
    onKept(await send({ itemId, file, onSent, signal: stop.signal }));
    become(all.filter((each) => each.key !== key));
  } catch (fault) {
    const { happened, todo, details = [] } = faultText(fault);
    change(key, { refusal: details.length > 0 ? details.join(' ') : `${happened} ${todo}` });
  } finally {
    stops.delete(key);
  }
}

const isThere = (key: string): boolean => all.some((each) => each.key === key);

function change(key: string, part: Partial<Sending>): void {
  become(all.map((each) => (each.key === key ? { ...each, ...part } : each)));
}

function become(next: readonly Sending[]): void {
  all = next;
  for (const listener of listeners) listener();
}

function listen(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}
