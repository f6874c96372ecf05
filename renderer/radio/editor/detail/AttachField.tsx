/** What goes with the item and is not played: material of the library, and files. */
import { ActionIcon, Button } from '@mantine/core';
import { IconFilePlus, IconPaperclip, IconX } from '@tabler/icons-react';
import { type ChangeEvent, type DragEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RundownItem } from '../../../../electron/contract/records/rundown-item';
import { MaterialPicker, Thumb } from '../../shared/MaterialPicker';
import { AttachedFiles, useAttach } from '../attach/AttachedFiles';
import { useEditor } from '../context';
import css from './Detail.module.css';
import type { PartProps } from './TimingFields';

export function AttachField({ item, off, keep }: PartProps) {
  const { t } = useTranslation('rundowns');
  const { rundown } = useEditor();
  const [picking, setPicking] = useState(false);
  const { over, ...drop } = useDrop(item, off);
  return (
    <section className={css.field} aria-label={t('attach.title')} data-over={over || undefined} {...drop}>
      <span className={css.label}>{t('attach.title')}</span>
      {item.attachments.length > 0 && <LibraryList item={item} off={off} keep={keep} />}
      <AttachedFiles item={item} off={off} />
      {!off && (
        <div className={css.buttons}>
          <AddFiles item={item} />
          <Button
            size="xs"
            variant="default"
            leftSection={<IconPaperclip size={14} aria-hidden="true" />}
            onClick={() => setPicking(true)}
          >
            {t('attach.add')}
          </Button>
        </div>
      )}
      {picking && (
        <MaterialPicker
          title={t('attach.add')}
          date={rundown.date}
          onClose={() => setPicking(false)}
          onTake={({ id }) => keep({ attachments: [...new Set([...item.attachments, id])].slice(0, 50) })}
        />
      )}
    </section>
  );
}

function LibraryList({ item, off, keep }: PartProps) {
  const { t } = useTranslation('rundowns');
  const { materials } = useEditor();
  return (
    <ul className={css.spots}>
      {item.attachments.map((id) => {
        const asset = materials.get(id);
        const name = asset?.name ?? (asset === null ? t('trouble.gone') : '…');
        return (
          <li key={id} className={css.spot}>
            <Thumb asset={asset} />
            <span className={`two-lines ${css.spotName}`}>{name}</span>
            {!off && (
              <ActionIcon
                size="sm"
                aria-label={t('attach.remove', { name })}
                onClick={() => keep({ attachments: item.attachments.filter((each) => each !== id) })}
              >
                <IconX size={14} stroke={1.75} />
              </ActionIcon>
            )}
          </li>
        );
      })}
    </ul>
  );
}

function AddFiles({ item }: { item: RundownItem }) {
  const { t } = useTranslation('rundowns');
  const attach = useAttach(item);
  const input = useRef<HTMLInputElement>(null);
  const chosen = ({ currentTarget }: ChangeEvent<HTMLInputElement>) => {
    attach([...(currentTarget.files ?? [])]);
    // The same file may be chosen again after it was refused or removed.
    currentTarget.value = '';
  };
  return (
    <>
      <input ref={input} type="file" multiple hidden aria-label={t('attach.addFile')} onChange={chosen} />
      <Button
        size="xs"
        variant="default"
        leftSection={<IconFilePlus size={14} aria-hidden="true" />}
        onClick={() => input.current?.click()}
      >
        {t('attach.addFile')}
      </Button>
    </>
  );
}

/** Files dropped on the field; a browser left to itself would open them in place of the page. */
function useDrop(item: RundownItem, off: boolean) {
  const attach = useAttach(item);
  const [over, setOver] = useState(false);
  const drag = (event: DragEvent) => {
    if (!event.dataTransfer.types.includes('Files')) return;
    event.preventDefault();
    setOver(!off && event.type === 'dragover');
  };
  const onDrop = (event: DragEvent) => {
    drag(event);
    if (!off) attach([...event.dataTransfer.files]);
  };
  return { over, onDragOver: drag, onDragLeave: drag, onDrop };
}
