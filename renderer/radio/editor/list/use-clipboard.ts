/** Rows to and from the clipboard. By its events, since the clipboard itself is closed to pages without https. */
import type { ClipboardEvent } from 'react';
import { CLIP_TYPE, clipIn, clipText, rowsIn } from '../paste';
import type { ListCommands } from './use-list-commands';

const isField = (target: EventTarget): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA)$/.test(target.tagName));

export function clipboardOf(commands: ListCommands, editable: boolean) {
  const copy = (event: ClipboardEvent) => {
    const clip = commands.clip();
    if (isField(event.target) || clip.rows.length === 0) return false;
    event.clipboardData.setData(CLIP_TYPE, JSON.stringify(clip));
    event.clipboardData.setData('text/plain', clipText(clip));
    event.preventDefault();
    return true;
  };
  return {
    onCopy: (event: ClipboardEvent) => void copy(event),
    onCut: (event: ClipboardEvent) => {
      if (editable && copy(event)) commands.remove();
    },
    onPaste: (event: ClipboardEvent) => {
      if (!editable || isField(event.target)) return;
      const clip = clipIn(event.clipboardData.getData(CLIP_TYPE));
      const rows = clip ? [] : rowsIn(event.clipboardData.getData('text/plain'));
      if (clip) void commands.putClip(clip);
      else if (rows.length > 0) commands.putRows(rows);
      else return;
      event.preventDefault();
    },
  };
}
