/** One rundown being prepared: items and times at left, the script in the middle, everything else at right. */
import { useLocalStorage } from '@mantine/hooks';
import { type FocusEvent, useCallback, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { planOf } from '../../../electron/domain/rundown/plan';
import type { RundownState } from '../../client/rundown-state';
import { useMe } from '../../operator/shared/use-me';
import { PapersMenu } from '../papers/PapersMenu';
import { ScriptPane } from '../script/ScriptPane';
import { useMaterials } from '../shared/use-materials';
import { FillBar } from '../spots/FillBar';
import { Conflicts } from './Conflicts';
import { COLUMNS_KEY, type Column, FIRST_COLUMNS, inTheirOrder } from './columns';
import { type Editor, EditorContext, useEditor } from './context';
import css from './Editor.module.css';
import { EditorHead } from './EditorHead';
import { FindReplace } from './FindReplace';
import { ListBar } from './ListBar';
import { DragRows } from './list/DragRows';
import { ItemList } from './list/ItemList';
import type { Editing } from './list/ItemRow';
import { useListCommands } from './list/use-list-commands';
import { materialsOf } from './materials-of';
import { SidePane } from './SidePane';
import { kept, NOTHING, type Selection } from './selection';
import { useEditorActions } from './use-editor-actions';
import { useHead } from './use-head';
import { useItems } from './use-items';
import { usePresence } from './use-presence';

export function RundownEditor({ state, connected }: { state: RundownState; connected: boolean }) {
  const { user, may } = useMe();
  const { items, saving, conflicts, queue } = useItems(state, user?.name ?? '');
  const head = useHead(state.rundown);
  const plan = useMemo(() => planOf(head.rundown, items), [head.rundown, items]);
  const materials = useMaterials(useMemo(() => items.flatMap(materialsOf), [items]));
  const [typingIn, setTypingIn] = useState<string | null>(null);
  const [at, setAt] = useState<string | null>(null);
  const key = usePresence(state.rundown.id, typingIn ?? at, typingIn !== null);
  const others = useMemo(() => state.present.filter((each) => each.key !== key), [state.present, key]);
  const editable = may('rundown');
  const editor: Editor = useMemo(
    () => ({
      ...{ state, items, plan, materials, editable },
      rundown: head.rundown,
      presenters: state.presenters,
      edit: (changes) => queue.edit(changes),
      set: (item, fields) => queue.edit([{ type: 'set', id: item.id, rev: item.rev, fields }]),
      update: head.update,
      othersIn: (id) => others.filter(({ itemId }) => itemId === id),
      lockOf: (id) => others.find(({ itemId, editing }) => itemId === id && editing) ?? null,
    }),
    [state, items, plan, materials, editable, head.rundown, head.update, queue, others],
  );
  const look = (event: FocusEvent) => setTypingIn(event.type === 'focus' && editable ? writtenIn(event.target) : null);
  return (
    <EditorContext.Provider value={editor}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: it only looks where the focus goes */}
      <div className={css.screen} onFocus={look} onBlur={look}>
        <Panes
          head={
            <Conflicts
              conflicts={conflicts}
              head={head}
              onKeep={(conflict) => queue.keepMine(conflict)}
              onTake={(conflict) => queue.takeTheirs(conflict)}
            />
          }
          saving={saving || head.saving}
          connected={connected}
          others={others}
          onAt={setAt}
        />
      </div>
    </EditorContext.Provider>
  );
}

/** The item whose field or script the keys are in; null for a box or a button, which lock nothing. */
function writtenIn(target: Element): string | null {
  const field =
    target instanceof HTMLTextAreaElement ||
    (target instanceof HTMLInputElement && !/^(checkbox|radio|button)$/.test(target.type)) ||
    (target instanceof HTMLElement && target.isContentEditable);
  if (!field) return null;
  return (
    target.closest<HTMLElement>('[data-item]')?.dataset.item ??
    target.closest<HTMLElement>('[data-of-item]')?.dataset.ofItem ??
    null
  );
}

interface PanesProps {
  head: React.ReactNode;
  saving: boolean;
  connected: boolean;
  others: Parameters<typeof EditorHead>[0]['others'];
  onAt: (id: string | null) => void;
}

function Panes({ head, saving, connected, others, onAt }: PanesProps) {
  const { t } = useTranslation('rundowns');
  const { items, plan, rundown, lockOf, editable } = useEditor();
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set());
  const [editing, setEditing] = useState<Editing | null>(null);
  const [finding, setFinding] = useState(false);
  const [columns, setColumns] = useLocalStorage<Column[]>({ key: COLUMNS_KEY, defaultValue: [...FIRST_COLUMNS] });
  const shown = useMemo(
    () => plan.rows.filter(({ item, depth }) => depth === 0 || !folded.has(item.parentId ?? '')),
    [plan, folded],
  );
  const order = useMemo(() => shown.map(({ item }) => item.id), [shown]);
  const [selection, choose] = useSelection(order, onAt);
  const commands = useListCommands(selection, choose);
  const fold = useCallback((id: string, to: boolean) => {
    setFolded((now) => {
      const next = new Set(now);
      if (to) next.add(id);
      else next.delete(id);
      return next;
    });
  }, []);
  const segments = plan.rows.filter(({ runs }) => !runs).map(({ item }) => item.id);
  const foldAll = () => setFolded(folded.size > 0 ? new Set() : new Set(segments));
  const item = items.find(({ id }) => id === selection.at) ?? null;
  const list = useRef<HTMLDivElement>(null);
  const backToList = () => list.current?.querySelector<HTMLElement>('[role="row"][tabindex="0"]')?.focus();
  useEditorActions({ commands, onFind: () => setFinding(true), onFoldAll: foldAll });
  return (
    <>
      <EditorHead
        {...{ saving, connected, others }}
        onFind={() => setFinding(true)}
        papers={<PapersMenu saving={saving} />}
      />
      {head}
      <FillBar rundownId={rundown.id} editable={editable} />
      <div className={css.panes}>
        <div ref={list} className={css.left}>
          <ListBar
            columns={inTheirOrder(columns)}
            onColumns={setColumns}
            onFoldAll={foldAll}
            onAdd={(kind) => setEditing({ id: commands.add(kind), field: 'title', seed: null })}
          />
          <DragRows order={order} selection={selection} folded={folded}>
            <ItemList
              {...{ shown, order, selection, choose, folded, fold, commands, editing }}
              columns={inTheirOrder(columns)}
              edit={(next) => setEditing(next && lockOf(next.id) ? null : next)}
            />
          </DragRows>
        </div>
        <div className={css.middle}>
          {item && selection.ids.size < 2 ? (
            <ScriptPane key={item.id} item={item} onEscape={backToList} />
          ) : (
            <p className={css.quiet}>{t('side.noScript')}</p>
          )}
        </div>
        <SidePane item={item} chosen={items.filter(({ id }) => selection.ids.has(id))} />
      </div>
      {finding && <FindReplace id={rundown.id} onClose={() => setFinding(false)} />}
    </>
  );
}

/** Without what is gone; the first row has the keys until another is chosen. */
function useSelection(order: readonly string[], onAt: (id: string | null) => void) {
  const [selection, setSelection] = useState<Selection>(NOTHING);
  const [before, setBefore] = useState(order);
  if (before !== order) {
    setBefore(order);
    const next = kept(selection, order, before);
    if (next !== selection) setSelection(next);
  }
  const choose = useCallback(
    (next: Selection) => {
      setSelection(next);
      onAt(next.at);
    },
    [onAt],
  );
  return [selection, choose] as const;
}
