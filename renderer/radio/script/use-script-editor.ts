/** The editor of one script: its nodes, its keys, what is kept of a paste. */
import { Extension } from '@tiptap/core';
import { Document } from '@tiptap/extension-document';
import { Text } from '@tiptap/extension-text';
import { Placeholder } from '@tiptap/extensions/placeholder';
import { UndoRedo } from '@tiptap/extensions/undo-redo';
import { type Editor, useEditor as useTipTap } from '@tiptap/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ScriptDoc } from '../../../electron/contract/records/script';
import { useLatest } from '../../operator/shared/use-latest';
import { toastDone } from '../../ui';
import { cleanHtml, leftOutOf, MOST_TEXT } from './clean-paste';
import { CueNode, EmphasisMark, lineOf, PauseNode, PhoneticMark, SoundNode } from './nodes';
import { docOf, type EditorNode, forEditor } from './script-doc';

interface ScriptEditorNeed {
  doc: ScriptDoc;
  editable: boolean;
  /** In the order of their keys; the first is nobody named. */
  speakers: readonly string[];
  /** Null: it is more than a script holds. */
  onDoc: (doc: ScriptDoc | null) => void;
  /** Back to the list. */
  onEscape: () => void;
}

export const speakerAt = (editor: Editor): string => String(editor.getAttributes('line').speaker ?? '');

export function setSpeaker(editor: Editor, speaker: string): boolean {
  if (!editor.isActive('line')) editor.chain().focus().setNode('line', { speaker }).run();
  return editor.chain().focus().updateAttributes('line', { speaker }).run();
}

export function useScriptEditor({ doc, editable, speakers, onDoc, onEscape }: ScriptEditorNeed): Editor | null {
  const { t } = useTranslation('script');
  const latest = useLatest({ speakers, onDoc, onEscape });
  // Made once: the editor outlives the renders.
  const [first] = useState(() => ({
    content: forEditor(doc),
    extensions: [
      Document,
      Text,
      lineOf({ nobody: t('nobody'), change: t('changeSpeaker') }, (now) => nextOf(latest.current.speakers, now, 1)),
      ...[CueNode, SoundNode, PauseNode, EmphasisMark, PhoneticMark, UndoRedo],
      Placeholder.configure({ placeholder: t('placeholder') }),
      keysOf(latest),
    ],
  }));
  return useTipTap({
    ...first,
    editable,
    injectCSS: false,
    immediatelyRender: true,
    shouldRerenderOnTransaction: false,
    editorProps: {
      attributes: { role: 'textbox', 'aria-multiline': 'true', 'aria-label': t('label'), spellcheck: 'false' },
      transformPastedText: (text) => text.slice(0, MOST_TEXT),
      transformPastedHTML: cleanHtml,
      handlePaste: (_view, event) => {
        const html = event.clipboardData?.getData('text/html') ?? '';
        const lost: string[] = leftOutOf(html);
        if ((event.clipboardData?.getData('text/plain').length ?? 0) > MOST_TEXT && !lost.includes('length'))
          lost.push('length');
        if (lost.length > 0)
          toastDone(t('leftOut.words', { what: lost.map((each) => t(`leftOut.${each}`)).join(', ') }));
        return false;
      },
    },
    onUpdate: ({ editor }) => latest.current.onDoc(docOf(editor.getJSON() as EditorNode)),
  });
}

function nextOf(speakers: readonly string[], now: string, by: 1 | -1): string {
  const count = speakers.length;
  return speakers[(Math.max(0, speakers.indexOf(now)) + by + count) % count] ?? '';
}

type Latest = { current: Pick<ScriptEditorNeed, 'speakers' | 'onEscape'> };

const keysOf = (latest: Latest) =>
  Extension.create({
    name: 'scriptKeys',
    addKeyboardShortcuts() {
      const { editor } = this;
      const step = (by: 1 | -1) => () => setSpeaker(editor, nextOf(latest.current.speakers, speakerAt(editor), by));
      const leave = () => {
        latest.current.onEscape();
        return true;
      };
      const numbered = Array.from({ length: 9 }, (_, at) => [
        `Mod-${at + 1}`,
        () => {
          const speaker = latest.current.speakers[at];
          return speaker === undefined || setSpeaker(editor, speaker);
        },
      ]);
      return {
        ...Object.fromEntries(numbered),
        Tab: step(1),
        'Shift-Tab': step(-1),
        'Mod-Shift-c': () => editor.commands.setNode(editor.isActive('cue') ? 'line' : 'cue'),
        'Mod-Shift-s': () => editor.commands.setNode(editor.isActive('sound') ? 'line' : 'sound'),
        'Mod-Shift-p': () => editor.commands.insertContent({ type: 'pause', attrs: { ms: 1000 } }),
        'Mod-a': () => editor.commands.selectAll(),
        Escape: leave,
      };
    },
  });
