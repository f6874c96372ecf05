/** The columns of a paper, chosen one by one. The last cannot be taken away. */
import { Button, Checkbox } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import {
  PAPER_COLUMNS,
  type PaperColumn,
  type PaperKind,
  USUAL_COLUMNS,
} from '../../../electron/contract/api/rundown-files';
import css from './Papers.module.css';

interface ColumnChoiceProps {
  kind: PaperKind;
  columns: readonly PaperColumn[];
  /** Null: as usual. */
  onColumns: (columns: readonly PaperColumn[] | null) => void;
}

export function ColumnChoice({ kind, columns, onColumns }: ColumnChoiceProps) {
  const { t } = useTranslation('papersMenu');
  const all = PAPER_COLUMNS[kind];
  if (all.length === 0) return null;
  const isUsual = String(columns) === String(USUAL_COLUMNS[kind]);
  return (
    <fieldset className={css.columns}>
      <legend>{t('columns')}</legend>
      {all.map((column) => {
        const on = columns.includes(column);
        return (
          <Checkbox
            key={column}
            size="xs"
            label={t(`column.${column}`)}
            checked={on}
            disabled={on && columns.length === 1}
            onChange={() => onColumns(on ? columns.filter((each) => each !== column) : [...columns, column])}
          />
        );
      })}
      {!isUsual && (
        <Button size="compact-xs" variant="subtle" onClick={() => onColumns(null)}>
          {t('usual')}
        </Button>
      )}
    </fieldset>
  );
}
