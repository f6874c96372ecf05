/** *Berkala* publications that are to be looked at again soon. */
import { Anchor, Button, Popover } from '@mantine/core';
import { IconCalendarDue } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { orpc } from '../../client/client';
import { useFormats } from '../../operator/i18n/formats';
import { dateText } from '../../operator/shared/date-text';
import css from './Submissions.module.css';

const STALE_MS = 60_000;

export function Reviews() {
  const { t } = useTranslation('submissions');
  const { language } = useFormats();
  const due = useQuery({ ...orpc.submissions.reviews.queryOptions(), staleTime: STALE_MS }).data ?? [];
  if (due.length === 0) return null;
  return (
    <Popover width={420} position="bottom-end" withArrow>
      <Popover.Target>
        <Button variant="default" leftSection={<IconCalendarDue size={16} aria-hidden="true" />}>
          {t('reviews')} ({due.length})
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <ul className={css.items}>
          {due.map(({ assetId, name, by }) => (
            <li key={assetId}>
              <Anchor href={`/preview/${assetId}`}>{t('reviewDue', { name, by: dateText(by, language) })}</Anchor>
            </li>
          ))}
        </ul>
      </Popover.Dropdown>
    </Popover>
  );
}
