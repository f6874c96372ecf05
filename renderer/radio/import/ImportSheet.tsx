/** A rundown from a file: chosen or dropped, read, its columns set right, then made. */
import { Modal, Stack } from '@mantine/core';
import { type DragEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LocalDate } from '../../../electron/contract/scalars';
import type { NewFrom } from '../rundowns/NewRundown';
import { FilePlace } from './FilePlace';
import css from './Import.module.css';
import { Reading } from './Reading';

interface ImportSheetProps {
  from: NewFrom;
  today: LocalDate;
  onClose: () => void;
}

export function ImportSheet({ from, today, onClose }: ImportSheetProps) {
  const { t } = useTranslation(['rundownImport', 'common']);
  const [file, setFile] = useState<File | null>(null);
  const [over, setOver] = useState(false);
  const drag = (event: DragEvent) => {
    event.preventDefault();
    setOver(event.type === 'dragover');
  };
  const drop = (event: DragEvent) => {
    drag(event);
    const [dropped] = event.dataTransfer.files;
    if (dropped) setFile(dropped);
  };
  return (
    <Modal
      opened
      onClose={onClose}
      size={file ? 960 : 'md'}
      title={t('title')}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: a file may also be dropped; the field beside takes it by keyboard */}
      <div onDragOver={drag} onDragLeave={drag} onDrop={drop} className={css.drop} data-over={over || undefined}>
        <Stack gap="md">
          <FilePlace file={file} onFile={setFile} />
          {file && (
            <Reading
              key={`${file.name} ${file.size} ${file.lastModified}`}
              file={file}
              from={from}
              today={today}
              onClose={onClose}
            />
          )}
        </Stack>
      </div>
    </Modal>
  );
}
