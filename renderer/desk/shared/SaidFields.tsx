/** What was said of material, to be read: each word over its value, as far as something was said; and what is said otherwise. */
import { useTranslation } from 'react-i18next';
import type { VersionView } from '../../../electron/contract/api/submissions';
import type { SubmissionFields } from '../../../electron/contract/records/submission';
import { useFormats } from '../../operator/i18n/formats';
import { dateText, listText } from '../../operator/shared/date-text';
import type { Choices } from './Fields';
import { ReadList, type ReadRow } from './ReadList';
import css from './SaidFields.module.css';

interface Said extends ReadRow {
  field: keyof SubmissionFields;
}

/** Each field in words. */
function useSaid(choices: Choices): (value: SubmissionFields) => Said[] {
  const { t } = useTranslation(['submissions', 'partners']);
  const { language } = useFormats();
  const day = (date: string | null) => (date ? dateText(date, language) : '');
  const { stages, displays = [] } = choices;
  return (value) => [
    { field: 'title', word: t('field.title'), value: value.title },
    { field: 'letterNumber', word: t('field.letterNumber'), value: value.letterNumber },
    { field: 'letterDate', word: t('field.letterDate'), value: day(value.letterDate) },
    { field: 'responsible', word: t('field.responsible'), value: value.responsible },
    { field: 'position', word: t('field.position'), value: value.position },
    { field: 'category', word: t('field.category'), value: value.category ?? '' },
    { field: 'subject', word: t('field.subject'), value: value.subject ?? '' },
    {
      field: 'stageRef',
      word: t('field.stageRef'),
      value: stages.find(({ ref }) => ref === value.stageRef)?.name ?? '',
      wide: true,
    },
    { field: 'validFrom', word: t('field.validFrom'), value: day(value.validFrom) },
    { field: 'validTo', word: t('field.validTo'), value: day(value.validTo) },
    {
      field: 'channels',
      word: t('field.channels'),
      value: listText(
        value.channels.map((each) => t(`partners:channel.${each}`)),
        language,
      ),
      wide: true,
    },
    {
      field: 'displayIds',
      word: t('field.displayIds'),
      value: listText(
        displays.filter(({ value: id }) => value.displayIds.includes(id)).map(({ label }) => label),
        language,
      ),
      wide: true,
    },
    { field: 'purpose', word: t('field.purpose'), value: value.purpose, wide: true },
    { field: 'message', word: t('field.message'), value: value.message, wide: true },
    {
      field: 'rights',
      word: t('field.rights'),
      value: [value.rights.text, value.rights.confirmed ? t('field.rightsConfirmed') : ''].filter(Boolean).join('\n'),
      wide: true,
    },
  ];
}

export function SaidFields({ value, choices }: { value: SubmissionFields; choices: Choices }) {
  const { t } = useTranslation('submissions');
  // The title stands above.
  const rows = useSaid(choices)(value).filter(({ field, value: said }) => said !== '' && field !== 'title');
  return <ReadList rows={rows} none={t('nothingSaid')} />;
}

interface SaidOtherwiseProps {
  difference: NonNullable<VersionView['difference']>;
  /** Number of the version before. */
  n: number;
  choices: Choices;
}

/** Fields that are said otherwise than with the version before: what was said, struck out, and what is. */
export function SaidOtherwise({ difference: { fields, before, after }, n, choices }: SaidOtherwiseProps) {
  const { t } = useTranslation('submissions');
  const said = useSaid(choices);
  const was = new Map(said(before).map(({ field, value }) => [field, value]));
  const rows = said(after).filter(({ field }) => fields.includes(field));
  if (rows.length === 0) return null;
  return (
    <section aria-label={t('fieldsChanged', { n })}>
      <h3 className={css.changed}>{t('fieldsChanged', { n })}</h3>
      <dl className={css.otherwise}>
        {rows.map(({ field, word, value }) => (
          <div key={field}>
            <dt>{word}</dt>
            <dd>
              <del>{was.get(field) || t('saidNothing')}</del>
              <ins>{value || t('saidNothing')}</ins>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
