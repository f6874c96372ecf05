/** What hangs at the pointer while an asset is dragged. */
import { DragOverlay, useDndContext } from '@dnd-kit/core';
import { AssetThumb } from '../../library/list/AssetThumb';
import { assetOf } from './DragArea';
import css from './Editor.module.css';

export function AssetGhost() {
  const asset = assetOf(useDndContext().active?.data.current);
  return (
    <DragOverlay dropAnimation={null}>
      {asset && (
        <div className={css.ghost}>
          <AssetThumb asset={asset} className={css.thumb} />
          <span className="two-lines">{asset.name}</span>
        </div>
      )}
    </DragOverlay>
  );
}
