/** The address under which calendar programs read a display's bookings. */
import { Button, CopyButton, Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { client, orpc } from '../../../client/client';
import { ConfirmTwice } from '../../../ui';
import { OnlyHere } from '../../shared/OnlyHere';
import { bestAddress } from '../../shared/page-addresses';
import { useCommand } from '../../shared/use-command';
import { useMe } from '../../shared/use-me';
import css from './Displays.module.css';

export function CalendarFeed({ displayId: id }: { displayId: string }) {
  const { t } = useTranslation('exchange');
  const { may } = useMe();
  const info = useQuery(orpc.station.info.queryOptions()).data;
  const feed = useQuery(orpc.calendars.address.queryOptions({ input: { id } })).data;
  const renew = useCommand({ run: () => client.calendars.renew({ id }), done: () => t('calendar.made') });
  const close = useCommand({ run: () => client.calendars.close({ id }), done: () => t('calendar.closed') });
  if (!info || feed === undefined || (feed === null && !may('displays'))) return null;
  const address = feed && bestAddress(info.addresses) + feed.path;
  return (
    <section>
      <h3>{t('calendar.title')}</h3>
      <p className={css.muted}>{t('calendar.words')}</p>
      <OnlyHere />
      {address && (
        <div className={css.address}>
          <code className="any-word">{address}</code>
          <CopyButton value={address} timeout={2000}>
            {({ copied, copy }) => (
              <Button size="compact-md" variant="default" onClick={copy}>
                {t(copied ? 'calendar.copied' : 'calendar.copy')}
              </Button>
            )}
          </CopyButton>
        </div>
      )}
      {may('displays') && (
        <Group gap={8} mt={8}>
          {feed === null ? (
            <Button variant="default" loading={renew.isPending} onClick={() => renew.mutate()}>
              {t('calendar.make')}
            </Button>
          ) : (
            <>
              <ConfirmTwice
                label={t('calendar.renew')}
                confirmLabel={t('calendar.renewConfirm')}
                loading={renew.isPending}
                onConfirm={() => renew.mutate()}
              />
              <ConfirmTwice
                label={t('calendar.close')}
                confirmLabel={t('calendar.closeConfirm')}
                loading={close.isPending}
                onConfirm={() => close.mutate()}
              />
            </>
          )}
        </Group>
      )}
    </section>
  );
}
