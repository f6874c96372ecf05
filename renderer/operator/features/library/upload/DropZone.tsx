/** The whole screen takes dropped files while it is open. */
import { IconUpload } from '@tabler/icons-react';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { toastFault } from '../../../../ui';
import { faultText } from '../../../i18n/say';
import { useLatest } from '../../../shared/use-latest';
import { filesOf } from './dropped';
import css from './Upload.module.css';

interface DropZoneProps {
  enabled: boolean;
  onFiles: (files: File[]) => void;
  children: ReactNode;
}

export function DropZone({ enabled, onFiles, children }: DropZoneProps) {
  const { t } = useTranslation('library');
  const over = useDroppedFiles(enabled, onFiles);
  return (
    <>
      {children}
      {over && (
        <div className={css.drop} aria-hidden="true">
          <IconUpload size={48} stroke={1.5} />
          <strong>{t('drop.title')}</strong>
          <span>{t('drop.words')}</span>
        </div>
      )}
    </>
  );
}

const holdsFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;

/** Whether files hover over the window. Enter and leave come for every element crossed, so they are counted. */
function useDroppedFiles(enabled: boolean, onFiles: (files: File[]) => void): boolean {
  const [over, setOver] = useState(false);
  const latest = useLatest(onFiles);
  useEffect(() => {
    if (!enabled) return;
    let depth = 0;
    const gone = new AbortController();
    const on = (name: 'dragenter' | 'dragover' | 'dragleave' | 'drop', act: (event: DragEvent) => void) =>
      window.addEventListener(name, (event) => holdsFiles(event) && act(event), { signal: gone.signal });
    on('dragenter', () => setOver(++depth > 0));
    on('dragleave', () => setOver(--depth > 0));
    on('dragover', (event) => event.preventDefault());
    on('drop', (event) => {
      event.preventDefault();
      depth = 0;
      setOver(false);
      if (event.dataTransfer) filesOf(event.dataTransfer).then(latest.current, (fault) => toastFault(faultText(fault)));
    });
    return () => gone.abort();
  }, [enabled, latest]);
  return over;
}
