/** Files dropped anywhere on the inbox begin a submission. */
import { type DragEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import css from './Submissions.module.css';

interface DropTargetProps {
  disabled: boolean;
  onFiles: (files: File[]) => void;
  children: ReactNode;
}

/** A card of the board that is dragged brings no files. */
const bringsFiles = ({ dataTransfer }: DragEvent) => dataTransfer.types.includes('Files');

export function DropTarget({ disabled, onFiles, children }: DropTargetProps) {
  const { t } = useTranslation('submissions');
  const [over, setOver] = useState(false);
  if (disabled) return <div className={css.body}>{children}</div>;
  return (
    <section
      className={css.body}
      aria-label={t('title')}
      data-over={over || undefined}
      onDragOver={(event) => {
        if (!bringsFiles(event)) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        setOver(false);
        if (!bringsFiles(event)) return;
        event.preventDefault();
        const files = [...event.dataTransfer.files];
        if (files.length > 0) onFiles(files);
      }}
    >
      {children}
      {over && <p className={css.dropHere}>{t('dropHere')}</p>}
    </section>
  );
}
