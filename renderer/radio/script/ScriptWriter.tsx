/** One script in the editor, with its saver. */
import { Button, Group } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { EditorContent } from '@tiptap/react';
import { useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import type { RundownItem } from '../../../electron/contract/records/rundown-item';
import type { Script, ScriptDoc } from '../../../electron/contract/records/script';
import { client, orpc } from '../../client/client';
import { failureOf } from '../../client/failure';
import { FaultPanel } from '../../operator/shared/FaultPanel';
import { useEditor } from '../editor/context';
import { useGuestNames } from '../editor/use-guest-names';
import { ReadingTime } from './ReadingTime';
import css from './Script.module.css';
import { ScriptSaver } from './saver';
import { forEditor, speakersOf, textOf } from './script-doc';
import { Toolbar } from './Toolbar';
import { useScriptEditor } from './use-script-editor';
import { VersionsDrawer } from './VersionsDrawer';

export function ScriptWriter({ item, script, onEscape }: { item: RundownItem; script: Script; onEscape: () => void }) {
  const { t } = useTranslation('script');
  const { editable, lockOf, presenters, set } = useEditor();
  const saver = useScriptSaver(script);
  const { saved, mine, saving, theirs, fault } = useSyncExternalStore(saver.subscribe, saver.snapshot);
  const [tooLong, setTooLong] = useState(false);
  const [versions, setVersions] = useState(false);
  const lock = lockOf(item.id);
  const may = editable && lock === null;
  const doc = mine ?? saved.doc;
  const speakers = useSpeakers(doc);
  const editor = useScriptEditor({
    doc,
    editable: may,
    speakers,
    onEscape,
    onDoc(next) {
      setTooLong(next === null);
      if (next) saver.edit(next);
    },
  });
  useEffect(() => {
    editor?.setEditable(may, false);
  }, [editor, may]);
  const show = (next: ScriptDoc) => editor?.commands.setContent(forEditor(next), { emitUpdate: false });
  const put = (next: ScriptDoc) => {
    show(next);
    saver.edit(next);
    void saver.flush();
  };
  const shown = useRef(script.rev);
  useEffect(() => {
    if (!saver.receive(script) || shown.current === script.rev) return;
    shown.current = script.rev;
    editor?.commands.setContent(forEditor(script.doc), { emitUpdate: false });
  }, [saver, script, editor]);
  if (!editor) return null;
  return (
    <>
      {may && <Toolbar editor={editor} speakers={speakers} onVersions={() => setVersions(true)} />}
      {lock && <p className={css.locked}>{t('locked', { name: lock.name })}</p>}
      {theirs && mine && (
        <div className={css.conflict} role="alert">
          <strong>{t('conflict.title', { name: theirs.updatedBy })}</strong>
          <p dir="auto">{textOf(theirs.doc, () => '').slice(0, 600)}</p>
          <Group gap={8}>
            <Button size="xs" onClick={() => saver.keepMine()}>
              {t('conflict.keepMine')}
            </Button>
            <Button
              size="xs"
              variant="default"
              onClick={() => {
                saver.takeTheirs();
                show(theirs.doc);
              }}
            >
              {t('conflict.takeTheirs')}
            </Button>
          </Group>
        </div>
      )}
      {tooLong && (
        <p className={css.locked} role="alert">
          {t('tooLong')}
        </p>
      )}
      {fault !== null && <FaultPanel fault={fault} onRetry={() => void saver.flush()} />}
      <EditorContent editor={editor} className={css.text} />
      <div className={css.foot}>
        <ReadingTime
          doc={doc}
          presenters={presenters}
          lengthMs={item.durationMs}
          {...(may ? { onLength: (durationMs: number) => set(item, { durationMs }) } : {})}
        />
        {editable && (
          <span role="status" className={css.quiet}>
            {t(saving || mine ? 'saving' : 'saved')}
          </span>
        )}
      </div>
      {versions && (
        <VersionsDrawer
          id={item.id}
          doc={doc}
          onClose={() => setVersions(false)}
          onRestore={
            may
              ? (next) => {
                  put(next);
                  setVersions(false);
                }
              : null
          }
        />
      )}
    </>
  );
}

function useScriptSaver(script: Script): ScriptSaver {
  const queries = useQueryClient();
  const [saver] = useState(
    () =>
      new ScriptSaver(script, {
        async save(input) {
          const saved = await client.rundowns.saveScript(input);
          queries.setQueryData(orpc.rundowns.script.queryKey({ input: { id: saved.id } }), saved);
          return saved;
        },
        newest: (id) => client.rundowns.script({ id }),
        isStale: (fault) => failureOf(fault)?.code === 'stale',
      }),
  );
  useEffect(() => {
    const flush = () => void saver.flush();
    window.addEventListener('pagehide', flush);
    return () => {
      window.removeEventListener('pagehide', flush);
      flush();
    };
  }, [saver]);
  return saver;
}

/** Presenters of the rundown first, then its guests, then whoever the script names besides. */
function useSpeakers(doc: ScriptDoc): string[] {
  const { rundown, presenters } = useEditor();
  const guests = useGuestNames();
  return useMemo(() => {
    const names = [
      ...rundown.presenterIds.flatMap((id) => presenters.find((each) => each.id === id)?.name ?? []),
      ...rundown.guests.flatMap(({ guestId }) => guests.get(guestId) ?? []),
    ];
    return speakersOf(names, doc);
  }, [rundown, presenters, guests, doc]);
}
