/** Which part of the file is read, for files that hold several tables or have lines above them. */
import { Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { RundownImportReport } from '../../../electron/contract/api/rundown-files';
import { NumberField } from '../../operator/shared/NumberField';
import type { ReadAs } from './send';

interface ReadAsFieldsProps {
  /** Undefined while nothing could be read. */
  source: RundownImportReport['source'] | undefined;
  readAs: ReadAs;
  onReadAs: (readAs: ReadAs) => void;
}

const MOST_SHEETS = 200;
const MOST_SKIPPED = 50;

export function ReadAsFields({ source, readAs, onReadAs }: ReadAsFieldsProps) {
  const { t } = useTranslation('rundownImport');
  // Another table has other columns, so the guess begins anew.
  const leave = (part: Partial<ReadAs>) => onReadAs({ ...readAs, mapping: null, ...part });
  return (
    <Group gap={12} align="flex-start">
      {source !== 'csv' && (
        <NumberField
          label={t(`sheet.${source ?? 'xlsx'}`)}
          w={150}
          value={readAs.sheet}
          min={1}
          max={MOST_SHEETS}
          onLeave={(sheet) => sheet !== null && sheet >= 1 && sheet <= MOST_SHEETS && leave({ sheet })}
          onKeyDown={(event) => event.key === 'Enter' && event.currentTarget.blur()}
        />
      )}
      {source !== 'ontime' && (
        <NumberField
          label={t('skip')}
          placeholder={t('skipGuessed')}
          w={230}
          value={readAs.skip}
          min={0}
          max={MOST_SKIPPED}
          onLeave={(skip) => (skip === null || (skip >= 0 && skip <= MOST_SKIPPED)) && leave({ skip })}
          onKeyDown={(event) => event.key === 'Enter' && event.currentTarget.blur()}
        />
      )}
    </Group>
  );
}
