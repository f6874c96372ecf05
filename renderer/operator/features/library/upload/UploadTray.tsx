/** Files on their way, at the lower right on every screen until they are cleared. */
import { ActionIcon, Progress, UnstyledButton } from '@mantine/core';
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import { useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { uploads } from '.';
import css from './Upload.module.css';
import { UploadRow } from './UploadRow';
import { summary } from './uploads';

export function UploadTray() {
  const { t } = useTranslation('library');
  const all = useSyncExternalStore(uploads.subscribe, uploads.snapshot);
  const [folded, setFolded] = useState(false);
  if (all.length === 0) return null;
  const total = summary(all);
  const title = total.active > 0 ? t('tray.active', { count: total.active }) : t('tray.over', { count: total.done });
  return (
    <section className={css.tray} aria-label={t('tray.label')}>
      <header className={css.trayHead}>
        <strong role="status">{title}</strong>
        {total.failed > 0 && <span className={css.trayFailed}>{t('tray.failed', { count: total.failed })}</span>}
        {total.done > 0 && (
          <UnstyledButton className={css.clear} onClick={() => uploads.clearDone()}>
            {t('tray.clear')}
          </UnstyledButton>
        )}
        <ActionIcon
          size="md"
          aria-label={t(folded ? 'tray.unfold' : 'tray.fold')}
          aria-expanded={!folded}
          onClick={() => setFolded(!folded)}
        >
          {folded ? <IconChevronUp size={18} stroke={1.75} /> : <IconChevronDown size={18} stroke={1.75} />}
        </ActionIcon>
      </header>
      {folded && <Progress value={total.ratio * 100} size={4} radius={0} aria-label={t('tray.label')} />}
      {!folded && (
        <ul className={css.rows}>
          {all.map((upload) => (
            <UploadRow key={upload.id} upload={upload} />
          ))}
        </ul>
      )}
    </section>
  );
}
