/** Which file. Over the whole sheet one can also be dropped. */
import { FileInput } from '@mantine/core';
import { IconFileUpload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

interface FilePlaceProps {
  file: File | null;
  onFile: (file: File | null) => void;
}

export function FilePlace({ file, onFile }: FilePlaceProps) {
  const { t } = useTranslation('rundownImport');
  return (
    <FileInput
      label={t('file')}
      description={t('words')}
      placeholder={t('choose')}
      leftSection={<IconFileUpload size={16} stroke={1.75} aria-hidden="true" />}
      accept=".xlsx,.csv,.docx,.json,text/csv,application/json"
      clearable
      clearButtonProps={{ 'aria-label': t('clear') }}
      value={file}
      onChange={onFile}
    />
  );
}
