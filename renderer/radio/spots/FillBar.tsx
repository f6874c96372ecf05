/** Above the list: what bookings would change in the breaks, and which of them lack places. Nothing where both agree. */
import { Button, Modal } from '@mantine/core';
import { IconAlertTriangle, IconCalendarCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SpotProposal } from '../../../electron/contract/api/spots';
import { reasonText } from '../../operator/i18n/say';
import css from './Spots.module.css';
import { useFill } from './use-fill';
import { differenceOf, useProposal } from './use-proposal';

export function FillBar({ rundownId, editable }: { rundownId: string; editable: boolean }) {
  const { t } = useTranslation(['spots', 'common']);
  const proposal = useProposal(rundownId);
  const [seeing, setSeeing] = useState(false);
  const fill = useFill(rundownId);
  if (!proposal) return null;
  const difference = differenceOf(proposal);
  const { short } = proposal;
  if (!difference && short.length === 0) return null;
  return (
    <section className={css.bar} aria-label={t('bar.label')}>
      {difference && (
        <>
          <IconCalendarCheck size={16} stroke={1.75} aria-hidden="true" />
          <span role="status">
            {t(difference.adds + difference.removes > 0 ? 'bar.changes' : 'bar.order', { ...difference })}
          </span>
          {editable && (
            <Button size="xs" loading={fill.isPending} onClick={() => fill.mutate(null)}>
              {t('bar.fill')}
            </Button>
          )}
        </>
      )}
      {short.length > 0 && (
        <>
          <IconAlertTriangle className={css.amber} size={16} stroke={2} aria-hidden="true" />
          <span>{t('bar.short', { count: short.length })}</span>
          <Button size="xs" variant="default" onClick={() => setSeeing(true)}>
            {t('bar.see')}
          </Button>
        </>
      )}
      <Modal
        opened={seeing && short.length > 0}
        onClose={() => setSeeing(false)}
        size={620}
        title={t('short.title')}
        closeButtonProps={{ 'aria-label': t('common:close') }}
      >
        <ShortList short={short} />
      </Modal>
    </section>
  );
}

function ShortList({ short }: Pick<SpotProposal, 'short'>) {
  const { t } = useTranslation('spots');
  return (
    <>
      <p className={css.quiet}>{t('short.words')}</p>
      <ul className={css.short}>
        {short.map(({ bookingId, name, missing, because }) => (
          <li key={bookingId}>
            <strong>{name}</strong>
            {missing !== null && missing > 0 && (
              <span className={css.amber}> {t('short.missing', { count: missing })}</span>
            )}
            {because.map((why) => (
              <p key={JSON.stringify(why)} className={css.quiet}>
                {reasonText(why)}
              </p>
            ))}
          </li>
        ))}
      </ul>
    </>
  );
}
