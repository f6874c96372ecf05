/** One playlist being edited: its name and commands, its items, the library to drag from. */
import { Switch } from '@mantine/core';
import { useLocalStorage } from '@mantine/hooks';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlaylistView } from '../../../../../electron/contract/api/schedule';
import type { Asset } from '../../../../../electron/contract/records/asset';
import type { PlaylistItem } from '../../../../../electron/contract/records/playlist';
import { newId } from '../../../../../electron/contract/ulid';
import { Duration } from '../../../../ui';
import { useMe } from '../../../shared/use-me';
import { insertAt } from '../edits';
import { PreviewModal } from '../preview/PreviewModal';
import { AssetGhost } from './AssetGhost';
import { ConflictPanel } from './ConflictPanel';
import { DragArea } from './DragArea';
import css from './Editor.module.css';
import { EditorHead } from './EditorHead';
import { ItemList } from './ItemList';
import { LibraryDrawer } from './LibraryDrawer';
import { useLengths } from './use-lengths';
import { useSaver } from './use-saver';

interface PlaylistEditorProps {
  list: PlaylistView;
  lists: readonly PlaylistView[];
  onOpen: (id: string | undefined) => void;
}

export function itemOf(asset: Pick<Asset, 'id'>): PlaylistItem {
  return { id: newId(), assetId: asset.id, stillMs: null, inMs: 0, outMs: null };
}

export function PlaylistEditor({ list, lists, onOpen }: PlaylistEditorProps) {
  const { t } = useTranslation('playlists');
  const { may } = useMe();
  const editable = may('schedule');
  const { items, saved, saving, theirs, saver } = useSaver(list);
  const [wanted, want] = useWanted();
  const times = useLengths(items, saved, wanted);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [previewing, setPreviewing] = useState(false);
  const [drawer, setDrawer] = useLocalStorage({ key: 'suar.playlists.drawer', defaultValue: true });
  const add = useCallback(
    (asset: Asset, at = saver.snapshot().items.length) =>
      saver.edit(insertAt(saver.snapshot().items, at, [itemOf(asset)])),
    [saver],
  );
  return (
    <DragArea items={items} assets={times.assets} chosen={chosen} onItems={(next) => saver.edit(next)} onAdd={add}>
      <div className={css.editor} data-drawer={(drawer && editable) || undefined}>
        <section className={css.main} aria-label={list.name}>
          <EditorHead
            list={saved}
            lists={lists}
            editable={editable}
            onOpen={onOpen}
            onPreview={() => {
              want(items);
              setPreviewing(true);
            }}
          />
          <div className={css.sums}>
            <span>{t('items', { count: items.length })}</span>
            <span>
              {t('total')} <Duration ms={times.totalMs} className={css.total} />
            </span>
            {editable && (
              <>
                <span role="status" className={css.quiet}>
                  {t(saving ? 'saving' : 'saved')}
                </span>
                <Switch
                  className={css.drawerSwitch}
                  size="sm"
                  label={t('drawer.show')}
                  checked={drawer}
                  onChange={(event) => setDrawer(event.currentTarget.checked)}
                />
              </>
            )}
          </div>
          {theirs && <ConflictPanel mine={items} theirs={theirs} assets={times.assets} saver={saver} />}
          <ItemList
            {...{ items, times, chosen, editable }}
            onShown={want}
            onChoose={setChosen}
            onItems={(next) => saver.edit(next)}
          />
        </section>
        {drawer && editable && <LibraryDrawer onAdd={add} />}
      </div>
      <AssetGhost />
      {previewing && <PreviewModal name={list.name} items={items} times={times} onClose={() => setPreviewing(false)} />}
    </DragArea>
  );
}

/** The assets asked for so far: those of items that came into view, and all for a preview. */
function useWanted() {
  const [wanted, setWanted] = useState<ReadonlySet<string>>(new Set());
  const want = useCallback((items: readonly PlaylistItem[]) => {
    setWanted((now) => {
      const more = items.filter(({ assetId }) => !now.has(assetId));
      return more.length === 0 ? now : new Set([...now, ...more.map(({ assetId }) => assetId)]);
    });
  }, []);
  return [wanted, want] as const;
}
