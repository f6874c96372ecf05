/** The points that are looked at; the file answers what it can by itself. */
import { SegmentedControl } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { SubmissionView } from '../../../electron/contract/api/submissions';
import { Answer } from '../../../electron/contract/records/submission';
import { client } from '../../client/client';
import { useCommand } from '../../operator/shared/use-command';
import { useMe } from '../../operator/shared/use-me';
import { Section, StatusDot } from '../../ui';
import css from './Submission.module.css';

const Given = Answer.shape.answer;
type Given = Answer['answer'];

export function Checklist({ view: { submission, checklist } }: { view: SubmissionView }) {
  const { t } = useTranslation('submissions');
  const { may } = useMe();
  const editable = may('desk') && submission.state === 'submitted';
  const answer = useCommand({
    scope: `answers ${submission.id}`,
    // Read anew: answers follow one another faster than the list is drawn.
    run: async ({ itemId, given }: { itemId: string; given: Given }) => {
      const now = await client.submissions.get({ id: submission.id });
      return client.submissions.answer({ id: submission.id, rev: now.submission.rev, itemId, answer: given });
    },
  });
  return (
    <Section title={t('checklist')}>
      <ul className={css.list}>
        {checklist.map(({ item, answer: given, byItself }) => (
          <li key={item.id}>
            <span>
              {item.text}
              {byItself && <span className={css.muted}> · {t('byItself')}</span>}
            </span>
            {editable && !byItself ? (
              <SegmentedControl
                size="xs"
                aria-label={t('answerOf', { text: item.text })}
                data={Given.options.map((value) => ({ value, label: t(`answer.${value}`) }))}
                value={given ?? ''}
                onChange={(value) => answer.mutate({ itemId: item.id, given: Given.parse(value) })}
              />
            ) : (
              <StatusDot tone={given === null ? 'grey' : given === 'no' ? 'amber' : 'green'}>
                {t(given === null ? 'answer.none' : `answer.${given}`)}
              </StatusDot>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
