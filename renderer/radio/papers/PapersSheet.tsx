/** Which paper of a rundown, how it is set, and how it looks; then printed or taken out as a file. */
import { Button, Modal, SegmentedControl } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { PaperFormat, PaperKind } from '../../../electron/contract/api/rundown-files';
import { Language } from '../../../electron/contract/records/user';
import { useFormats } from '../../operator/i18n/formats';
import { useMe } from '../../operator/shared/use-me';
import { ColumnChoice } from './ColumnChoice';
import { columnsOf, gapsAddress, paperAddress, useChoices } from './choices';
import { PaperPreview } from './PaperPreview';
import css from './Papers.module.css';

interface PapersSheetProps {
  rundownId: string;
  /** Of the last show, once it has ended; null where there is no log yet. */
  showId: string | null;
  /** While what was just written is on its way: the paper would lack it. */
  saving: boolean;
  onClose: () => void;
}

export function PapersSheet({ rundownId, showId, saving, onClose }: PapersSheetProps) {
  const { t } = useTranslation(['papersMenu', 'common']);
  const { may } = useMe();
  const formats = useFormats();
  const [choices, choose] = useChoices();
  const kinds = PaperKind.options.filter((kind) =>
    kind === 'guests' ? may('rundown') : kind === 'log' ? showId !== null : true,
  );
  const kind = kinds.includes(choices.kind) ? choices.kind : 'rundown';
  const { paper, language: chosen } = choices;
  const language = chosen ?? formats.language;
  const wanted = { rundownId, kind, paper, language, showId, columns: columnsOf(choices, kind) };
  return (
    <Modal
      opened
      onClose={onClose}
      size={1080}
      title={t('title')}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <div className={css.sheet}>
        <div className={css.choices}>
          <Choice
            label={t('kind.label')}
            vertical
            options={kinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
            value={kind}
            onChoose={(value) => choose({ kind: PaperKind.parse(value) })}
          />
          <Choice
            label={t('paper.label')}
            options={(['A4', 'F4'] as const).map((value) => ({ value, label: t(`paper.${value}`) }))}
            value={paper}
            onChoose={(value) => choose({ paper: value === 'A4' ? 'A4' : 'F4' })}
          />
          <Choice
            label={t('language')}
            options={[
              { value: 'id', label: 'Indonesia' },
              { value: 'en', label: 'English' },
            ]}
            value={language}
            onChoose={(value) => choose({ language: Language.parse(value) })}
          />
          <ColumnChoice
            kind={kind}
            columns={wanted.columns}
            onColumns={(columns) => {
              const { [kind]: _before, ...others } = choices.columns;
              choose({ columns: columns ? { ...others, [kind]: [...columns] } : others });
            }}
          />
          <fieldset className={css.files}>
            <legend>{t('files')}</legend>
            {PaperFormat.options.map((format) => (
              <Button
                key={format}
                component="a"
                variant="default"
                size="xs"
                href={paperAddress({ ...wanted, format })}
                download
                leftSection={<IconDownload size={14} stroke={1.75} aria-hidden="true" />}
              >
                {t(`format.${format}`)}
              </Button>
            ))}
          </fieldset>
        </div>
        <PaperPreview
          address={saving ? null : paperAddress({ ...wanted, format: 'pdf', inline: true })}
          gaps={gapsAddress({ ...wanted, format: 'pdf' })}
          name={t(`kind.${kind}`)}
        />
      </div>
    </Modal>
  );
}

interface ChoiceProps {
  label: string;
  options: { value: string; label: string }[];
  value: string;
  onChoose: (value: string) => void;
  vertical?: boolean;
}

function Choice({ label, options, value, onChoose, vertical = false }: ChoiceProps) {
  return (
    <div className={css.choice}>
      <span aria-hidden="true">{label}</span>
      <SegmentedControl
        fullWidth
        aria-label={label}
        orientation={vertical ? 'vertical' : 'horizontal'}
        data={options}
        value={value}
        onChange={onChoose}
      />
    </div>
  );
}
