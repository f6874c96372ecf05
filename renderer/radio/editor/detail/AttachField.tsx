/** Material that goes with the item and is not played. */
import { ActionIcon, Button } from '@mantine/core';
import { IconPaperclip, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MaterialPicker, Thumb } from '../../shared/MaterialPicker';
import { useEditor } from '../context';
import css from './Detail.module.css';
import type { PartProps } from './TimingFields';

export function AttachField({ item, off, keep }: PartProps) {
  const { t } = useTranslation('rundowns');
  const { materials } = useEditor();
  const [picking, setPicking] = useState(false);
  return (
    <section className={css.field} aria-label={t('attach.title')}>
      <span className={css.label}>{t('attach.title')}</span>
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
      {!off && (
        <div className={css.buttons}>
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
          onClose={() => setPicking(false)}
          onTake={({ id }) => keep({ attachments: [...new Set([...item.attachments, id])].slice(0, 50) })}
        />
      )}
    </section>
  );
}
