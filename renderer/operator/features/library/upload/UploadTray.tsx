/** Files on their way, at the lower right on every screen until they are cleared. */
import { ActionIcon, Progress, UnstyledButton } from '@mantine/core';
import { IconAlertTriangle, IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { uploads } from '.';
import css from './Upload.module.css';
import { UploadRow } from './UploadRow';
import { byNeed, summary } from './uploads';
import { useTaken } from './use-taken';

/** Long enough to read what came of the files. */
const CALM_MS = 6000;

export function UploadTray() {
  const { t } = useTranslation('library');
  const all = useSyncExternalStore(uploads.subscribe, uploads.snapshot);
  const taken = useTaken(all);
  const total = summary(all, taken);
  const [folded, setFolded] = useFolded(all.length, total.active + total.checking + total.failed > 0);
  if (all.length === 0) return null;
  return (
    <section className={css.tray} aria-label={t('tray.label')}>
      <header className={css.trayHead}>
        <strong role="status">
          {total.failed > 0 && (
            <span className={css.trayFailed}>
              <IconAlertTriangle size={15} stroke={2} aria-hidden="true" /> {t('tray.failed', { count: total.failed })}
            </span>
          )}
          {total.active > 0 && <span>{t('tray.active', { count: total.active })}</span>}
          {total.checking > 0 && <span>{t('tray.checking', { count: total.checking })}</span>}
          {total.active + total.checking === 0 && total.done > 0 && (
            <span>{t('tray.over', { count: total.done })}</span>
          )}
        </strong>
        {all.some(({ state }) => state === 'done') && (
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
          {byNeed(all, taken).map((upload) => (
            <UploadRow key={upload.id} upload={upload} asset={taken.get(upload.assetId ?? '')} />
          ))}
        </ul>
      )}
    </section>
  );
}

/** Once all is well it folds out of the way; new files open it again. */
function useFolded(count: number, busy: boolean) {
  const [fold, setFold] = useState({ folded: false, count });
  if (fold.count !== count) setFold({ folded: fold.folded && count < fold.count, count });
  const set = useCallback((folded: boolean) => setFold((now) => ({ ...now, folded })), []);
  useEffect(() => {
    if (busy || count === 0) return;
    const timer = setTimeout(() => set(true), CALM_MS);
    return () => clearTimeout(timer);
  }, [busy, count, set]);
  return [fold.folded, set] as const;
}
