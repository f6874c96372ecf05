/** What was said of material, to be read: each word over its value, as far as something was said. */
import { useTranslation } from 'react-i18next';
import type { SubmissionFields } from '../../../electron/contract/records/submission';
import { useFormats } from '../../operator/i18n/formats';
import { dateText, listText } from '../../operator/shared/date-text';
import type { Choices } from './Fields';
import { ReadList } from './ReadList';

export function SaidFields({ value, choices }: { value: SubmissionFields; choices: Choices }) {
  const { t } = useTranslation(['submissions', 'partners']);
  const { language } = useFormats();
  const day = (date: string | null) => (date ? dateText(date, language) : '');
  const { stages, displays = [] } = choices;
  const { rights } = value;
  const rows = [
    { word: t('field.letterNumber'), value: value.letterNumber },
    { word: t('field.letterDate'), value: day(value.letterDate) },
    { word: t('field.responsible'), value: value.responsible },
    { word: t('field.position'), value: value.position },
    { word: t('field.category'), value: value.category ?? '' },
    { word: t('field.subject'), value: value.subject ?? '' },
    { word: t('field.stageRef'), value: stages.find(({ ref }) => ref === value.stageRef)?.name ?? '', wide: true },
    { word: t('field.validFrom'), value: day(value.validFrom) },
    { word: t('field.validTo'), value: day(value.validTo) },
    {
      word: t('field.channels'),
      value: listText(
        value.channels.map((each) => t(`partners:channel.${each}`)),
        language,
      ),
      wide: true,
    },
    {
      word: t('field.displayIds'),
      value: listText(
        displays.filter(({ value: id }) => value.displayIds.includes(id)).map(({ label }) => label),
        language,
      ),
      wide: true,
    },
    { word: t('field.purpose'), value: value.purpose, wide: true },
    { word: t('field.message'), value: value.message, wide: true },
    {
      word: t('field.rights'),
      value: [rights.text, rights.confirmed ? t('field.rightsConfirmed') : ''].filter(Boolean).join('\n'),
      wide: true,
    },
  ].filter(({ value: said }) => said !== '');
  return <ReadList rows={rows} none={t('nothingSaid')} />;
}
