/** One item: handle, box, picture, name and trim, when it begins, how long it is. */
import { useDndContext } from '@dnd-kit/core';
import { useSortable } from '@dnd-kit/sortable';
import { CSS } from '@dnd-kit/utilities';
import { ActionIcon, Checkbox, Menu, Tooltip, UnstyledButton } from '@mantine/core';
import { IconAlertTriangle, IconCopy, IconDots, IconGripVertical, IconScissors, IconX } from '@tabler/icons-react';
import { type ReactNode, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { type Asset, isProbed } from '../../../../../electron/contract/records/asset';
import type { PlaylistItem } from '../../../../../electron/contract/records/playlist';
import { Duration, durationText } from '../../../../ui';
import { AssetThumb } from '../../library/list/AssetThumb';
import { assetOf } from './DragArea';
import css from './Editor.module.css';
import { StillLength } from './StillLength';

interface ItemRowProps {
  item: PlaylistItem;
  index: number;
  /** Of the whole list, most of which is not drawn. */
  count: number;
  /** Its place in the list, px. */
  top: number;
  asset: Asset | undefined;
  gone: boolean;
  lengthMs: number | null;
  startMs: number;
  defaultStillMs: number;
  chosen: boolean;
  editable: boolean;
  onChoose: (index: number, on: boolean, shift: boolean) => void;
  onChange: (fields: Partial<PlaylistItem>) => void;
  onRepeat: () => void;
  onRemove: () => void;
  onTrim: () => void;
}

export function ItemRow(props: ItemRowProps) {
  const { item, index, count, top, asset, gone, startMs, chosen, editable } = props;
  const { t } = useTranslation('playlists');
  const { setNodeRef, setActivatorNodeRef, attributes, listeners, transform, transition, isDragging } = useSortable({
    id: item.id,
    disabled: !editable,
  });
  const { active, over } = useDndContext();
  const taking = over?.id === item.id && assetOf(active?.data.current) !== null;
  const name = asset?.name ?? (gone ? t('unknown') : '…');
  const shift = useRef(false);
  return (
    <li
      ref={setNodeRef}
      className={css.item}
      aria-setsize={count}
      aria-posinset={index + 1}
      data-item={item.id}
      data-chosen={chosen || undefined}
      data-taking={taking || undefined}
      data-moving={isDragging || undefined}
      style={{ top, transform: CSS.Translate.toString(transform), transition }}
    >
      {editable && (
        <>
          <button
            type="button"
            ref={setActivatorNodeRef}
            className={css.handle}
            {...attributes}
            {...listeners}
            aria-roledescription={t('drag.role')}
            aria-label={t('drag.handle', { name, place: index + 1 })}
          >
            <IconGripVertical size={16} stroke={1.75} />
          </button>
          <Checkbox
            size="xs"
            checked={chosen}
            aria-label={t('chooseItem', { name, place: index + 1 })}
            onPointerDown={(event) => {
              shift.current = event.shiftKey;
            }}
            onChange={(event) => {
              props.onChoose(index, event.currentTarget.checked, shift.current);
              shift.current = false;
            }}
          />
        </>
      )}
      <span className={css.place}>{index + 1}</span>
      <AssetThumb asset={asset} className={css.thumb} />
      <div className={css.itemName}>
        <span className="two-lines" title={name}>
          {name}
        </span>
        <div className={css.meta}>
          <span className="tabular">{t('startsAt', { at: durationText(startMs) })}</span>
          <ItemNote item={item} asset={asset} />
        </div>
      </div>
      <div className={css.length}>
        <ItemLength {...props} name={name} />
      </div>
      {editable && <ItemMenu {...props} name={name} />}
    </li>
  );
}

function ItemNote({ item, asset }: { item: PlaylistItem; asset: Asset | undefined }): ReactNode {
  const { t } = useTranslation('playlists');
  if (!asset) return null;
  if (asset.state !== 'ready') {
    return (
      <span className={css.note} data-attention>
        <IconAlertTriangle size={13} stroke={2} aria-hidden="true" /> {t(`notReady.${asset.state}`)}
      </span>
    );
  }
  if (asset.probe.kind !== 'video' || (item.inMs === 0 && item.outMs === null)) return null;
  const until = durationText(item.outMs ?? asset.probe.durationMs);
  return <span className={css.note}>{t('trimmed', { from: durationText(item.inMs), until })}</span>;
}

/** A still's length is typed; a video's opens its trim. */
function ItemLength(props: ItemRowProps & { name: string }): ReactNode {
  const { item, asset, lengthMs, editable, name, defaultStillMs } = props;
  const { t } = useTranslation('playlists');
  const kind = asset && isProbed(asset) ? asset.probe.kind : null;
  if (kind === 'image' && editable) {
    return (
      <StillLength
        stillMs={item.stillMs}
        defaultMs={defaultStillMs}
        label={t('stillLength', { name })}
        onChange={(stillMs) => props.onChange({ stillMs })}
      />
    );
  }
  if (lengthMs === null) return <span title={t('cannotPlay')}>–</span>;
  if (kind !== 'video' || !editable) return <Duration ms={lengthMs} />;
  return (
    <Tooltip label={t('trim.open')}>
      <UnstyledButton
        className={css.trimButton}
        aria-label={t('trim.of', { name, length: durationText(lengthMs) })}
        onClick={props.onTrim}
      >
        <IconScissors size={14} stroke={1.75} aria-hidden="true" />
        <Duration ms={lengthMs} />
      </UnstyledButton>
    </Tooltip>
  );
}

function ItemMenu({ name, onRepeat, onRemove }: ItemRowProps & { name: string }) {
  const { t } = useTranslation('playlists');
  const icon = { size: 16, stroke: 1.75, 'aria-hidden': true } as const;
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon size="md" aria-label={t('itemMore', { name })}>
          <IconDots size={16} stroke={1.75} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconCopy {...icon} />} onClick={onRepeat}>
          {t('repeat')}
        </Menu.Item>
        <Menu.Item leftSection={<IconX {...icon} />} onClick={onRemove}>
          {t('takeOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
