/** Letters and other papers that came with it. */
import { Anchor, Button } from '@mantine/core';
import { IconPaperclip } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { SubmissionView } from '../../../electron/contract/api/submissions';
import { useFormats } from '../../operator/i18n/formats';
import { useMe } from '../../operator/shared/use-me';
import { Section } from '../../ui';
import { usePaper } from '../shared/use-paper';
import css from './Submission.module.css';

export function Papers({ view: { submission, papers } }: { view: SubmissionView }) {
  const { t } = useTranslation('submissions');
  const { may } = useMe();
  const formats = useFormats();
  const { input, choose, sending } = usePaper('submission', submission.id);
  return (
    <Section
      title={t('papers')}
      aside={
        may('desk') && (
          <>
            {input}
            <Button
              size="compact-md"
              variant="default"
              leftSection={<IconPaperclip size={14} aria-hidden="true" />}
              loading={sending}
              onClick={choose}
            >
              {t('addPaper')}
            </Button>
          </>
        )
      }
    >
      {papers.length === 0 && <p className={css.muted}>{t('noPapers')}</p>}
      <ul className={css.list}>
        {papers.map(({ id, name, bytes }) => (
          <li key={id}>
            <Anchor href={`/api/papers/${id}/file`}>{name}</Anchor>
            <span className={css.muted}>{formats.bytes(bytes)}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
