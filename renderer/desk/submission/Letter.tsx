/** What is said of it, as far as something is. */
import { useTranslation } from 'react-i18next';
import type { Submission } from '../../../electron/contract/records/submission';
import { useFormats } from '../../operator/i18n/formats';
import { dateText, listText } from '../../operator/shared/date-text';
import { useChoices } from '../shared/use-choices';
import css from './Submission.module.css';

export function Letter({ submission }: { submission: Submission }) {
  const { t } = useTranslation(['submissions', 'partners']);
  const { language } = useFormats();
  const { stages, displays = [] } = useChoices();
  const day = (date: string | null) => (date ? dateText(date, language) : '');
  const { letterNumber, letterDate, responsible, position, category, subject, purpose, message, rights } = submission;
  const rows = [
    [t('field.letterNumber'), letterNumber],
    [t('field.letterDate'), day(letterDate)],
    [t('field.responsible'), responsible],
    [t('field.position'), position],
    [t('field.category'), category ?? ''],
    [t('field.subject'), subject ?? ''],
    [t('field.stageRef'), stages.find(({ ref }) => ref === submission.stageRef)?.name ?? ''],
    [t('field.validFrom'), day(submission.validFrom)],
    [t('field.validTo'), day(submission.validTo)],
    [
      t('field.channels'),
      listText(
        submission.channels.map((each) => t(`partners:channel.${each}`)),
        language,
      ),
    ],
    [
      t('field.displayIds'),
      listText(
        displays.filter(({ value }) => submission.displayIds.includes(value)).map(({ label }) => label),
        language,
      ),
    ],
    [t('field.purpose'), purpose],
    [t('field.message'), message],
    [t('field.rights'), [rights.text, rights.confirmed ? t('field.rightsConfirmed') : ''].filter(Boolean).join('\n')],
  ] as const;
  return (
    <dl className={css.letter}>
      {rows
        .filter(([, value]) => value !== '')
        .map(([word, value]) => (
          <div key={word} style={{ display: 'contents' }}>
            <dt>{word}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}
