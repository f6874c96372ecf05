/** One rundown being prepared: items and times at left, the script in the middle, everything else at right. */
import { useLocalStorage } from '@mantine/hooks';
import { type FocusEvent, memo, useCallback, useDeferredValue, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Present } from '../../../electron/contract/rundown-feed';
import { planOf } from '../../../electron/domain/rundown/plan';
import type { RundownState } from '../../client/rundown-state';
import { useMe } from '../../operator/shared/use-me';
import { ScriptPane } from '../script/ScriptPane';
import { useMaterials } from '../shared/use-materials';
import { FillBar } from '../spots/FillBar';
import { useKeptOut } from '../spots/use-kept-out';
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
import { NOTHING, type Selection, kept as stillThere } from './selection';
import { useCues } from './use-cues';
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
  const keptOut = useKeptOut(state.rundown.id);
  const cues = useCues(state.rundown.id, items);
  const [typingIn, setTypingIn] = useState<string | null>(null);
  const [at, setAt] = useState<string | null>(null);
  const key = usePresence(state.rundown.id, typingIn ?? at, typingIn !== null);
  const others = useMemo(() => state.present.filter((each) => each.key !== key), [state.present, key]);
  const present = useMemo(() => byItem(others), [others]);
  const editable = may('rundown') && state.show?.state !== 'signed';
  const set: Editor['set'] = useCallback(
    (item, fields) => queue.edit([{ type: 'set', id: item.id, rev: item.rev, fields }]),
    [queue],
  );
  const editor: Editor = useMemo(
    () => ({
      ...{ state, items, plan, materials, keptOut, cues, editable },
      rundown: head.rundown,
      presenters: state.presenters,
      edit: (changes) => queue.edit(changes),
      set,
      update: head.update,
      present,
      lockOf: (id) => present.get(id)?.find(({ editing }) => editing) ?? null,
    }),
    [state, items, plan, materials, keptOut, cues, editable, head.rundown, head.update, queue, set, present],
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

function byItem(others: readonly Present[]): Map<string, Present[]> {
  const present = new Map<string, Present[]>();
  for (const each of others) {
    if (each.itemId !== null) present.set(each.itemId, [...(present.get(each.itemId) ?? []), each]);
  }
  return present;
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
  const { plan, rundown, lockOf, editable } = useEditor();
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set());
  const [editing, setEditing] = useState<Editing | null>(null);
  const [finding, setFinding] = useState(false);
  const [kept, setColumns] = useLocalStorage<Column[]>({ key: COLUMNS_KEY, defaultValue: [...FIRST_COLUMNS] });
  const columns = useMemo(() => inTheirOrder(kept), [kept]);
  const shown = useMemo(
    () => plan.rows.filter(({ item, depth }) => depth === 0 || !folded.has(item.parentId ?? '')),
    [plan, folded],
  );
  const order = useSteady(useMemo(() => shown.map(({ item }) => item.id), [shown]));
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
  const list = useRef<HTMLDivElement>(null);
  const backToList = useCallback(
    () => list.current?.querySelector<HTMLElement>('[role="row"][tabindex="0"]')?.focus(),
    [],
  );
  const find = useCallback(() => setFinding(true), []);
  useEditorActions({ commands, onFind: find, onFoldAll: foldAll });
  return (
    <>
      <EditorHead {...{ saving, connected, others }} onFind={find} />
      {head}
      <FillBar rundownId={rundown.id} editable={editable} />
      <div className={css.panes}>
        <div ref={list} className={css.left}>
          <ListBar
            columns={columns}
            onColumns={setColumns}
            onFoldAll={foldAll}
            onAdd={(kind) => setEditing({ id: commands.add(kind), field: 'title', seed: null })}
          />
          <DragRows order={order} selection={selection} folded={folded}>
            <ItemList
              {...{ shown, order, selection, choose, folded, fold, commands, editing }}
              columns={columns}
              edit={(next) => setEditing(next && lockOf(next.id) ? null : next)}
            />
          </DragRows>
        </div>
        <OfChosen selection={useDeferredValue(selection)} onEscape={backToList} />
      </div>
      {finding && <FindReplace id={rundown.id} onClose={() => setFinding(false)} />}
    </>
  );
}

interface OfChosenProps {
  selection: Selection;
  onEscape: () => void;
}

/** Script and details. They follow a moment after the row: whoever runs through the rows with the arrow keys waits for none of them. */
const OfChosen = memo(function OfChosen({ selection: { ids, at }, onEscape }: OfChosenProps) {
  const { t } = useTranslation('rundowns');
  const { items } = useEditor();
  const item = items.find(({ id }) => id === at) ?? null;
  return (
    <>
      <div className={css.middle}>
        {item && ids.size < 2 ? (
          <ScriptPane key={item.id} item={item} onEscape={onEscape} />
        ) : (
          <p className={css.quiet}>{t('side.noScript')}</p>
        )}
      </div>
      <SidePane item={item} chosen={items.filter(({ id }) => ids.has(id))} />
    </>
  );
});

/** The list as it was, while nothing in it is another. */
function useSteady(list: string[]): string[] {
  const [held, setHeld] = useState(list);
  if (held === list || (held.length === list.length && list.every((each, at) => each === held[at]))) return held;
  setHeld(list);
  return list;
}

/** Without what is gone; the first row has the keys until another is chosen. */
function useSelection(order: readonly string[], onAt: (id: string | null) => void) {
  const [selection, setSelection] = useState<Selection>(NOTHING);
  const [before, setBefore] = useState(order);
  if (before !== order) {
    setBefore(order);
    const next = stillThere(selection, order, before);
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
