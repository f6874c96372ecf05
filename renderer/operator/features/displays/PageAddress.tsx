/** The address to type on a panel, and what stands in the way where the station keeps to itself. */
import { Button, CopyButton } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { orpc } from '../../../client/client';
import { onNetwork } from '../../shared/page-addresses';
import css from './Displays.module.css';

export function PageAddress() {
  const { t } = useTranslation('displays');
  const info = useQuery(orpc.station.info.queryOptions()).data;
  if (!info) return null;
  const reached = onNetwork(info.addresses);
  const addresses = reached.length > 0 ? reached : info.addresses;
  return (
    <section>
      <h3>{t('address.title')}</h3>
      <ul>
        {addresses.map((address) => (
          <Address key={address} address={`${address}/display`} />
        ))}
      </ul>
      <p className={css.muted} style={{ marginTop: 8 }}>
        {reached.length > 0 ? t('address.words') : t('address.localOnly')}{' '}
        {reached.length === 0 && (
          <Link to="/settings" search={{ section: 'network' }} style={{ color: 'var(--suar-blue)' }}>
            {t('address.openSettings')}
          </Link>
        )}
      </p>
    </section>
  );
}

function Address({ address }: { address: string }) {
  const { t } = useTranslation('displays');
  return (
    <li className={css.address}>
      <code>{address}</code>
      <CopyButton value={address} timeout={2000}>
        {({ copied, copy }) => (
          <Button
            size="compact-md"
            variant="default"
            leftSection={
              copied ? <IconCheck size={14} aria-hidden="true" /> : <IconCopy size={14} aria-hidden="true" />
            }
            onClick={copy}
          >
            {t(copied ? 'address.copied' : 'address.copy')}
          </Button>
        )}
      </CopyButton>
    </li>
  );
}
