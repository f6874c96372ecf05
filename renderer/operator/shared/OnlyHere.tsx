/** Said before an address is sent: nobody else can open it while the station keeps to its own computer. */
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { orpc } from '../../client/client';
import css from './OnlyHere.module.css';
import { bestAddress, isOnNetwork } from './page-addresses';
import { useMe } from './use-me';

export function OnlyHere() {
  const { t } = useTranslation('common');
  const { may } = useMe();
  const info = useQuery(orpc.station.info.queryOptions()).data;
  if (!info || isOnNetwork(bestAddress(info.addresses))) return null;
  return (
    <div className={css.note} role="note">
      {may('administer') ? (
        <>
          {t('onlyHere.turnOn')}{' '}
          <Link to="/settings" search={{ section: 'network' }}>
            {t('onlyHere.settings')}
          </Link>
        </>
      ) : (
        t('onlyHere.ask')
      )}
    </div>
  );
}
