/** Pages that show a pairing code right now and wait for somebody. */
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { orpc } from '../../../client/client';
import { stationNow } from '../../../client/station-clock';
import { useFormats } from '../../i18n/formats';
import { useMe } from '../../shared/use-me';
import css from './Displays.module.css';

export function WaitingPages({ onPair }: { onPair: (code: string) => void }) {
  const { t } = useTranslation('displays');
  const formats = useFormats();
  const { may } = useMe();
  const pages = useQuery(orpc.displays.pairings.queryOptions()).data ?? [];
  if (pages.length === 0 || !may('displays')) return null;
  return (
    <ul className={css.waiting} aria-label={t('pair.waiting')}>
      {pages.map((page) => (
        <li key={page.code}>
          <span className={css.code}>{page.code}</span>
          <span className={css.grow}>
            {t('pair.waitingWords', {
              address: page.address,
              width: page.width,
              height: page.height,
              since: formats.relative(Math.min(page.since, stationNow()), stationNow()),
            })}
          </span>
          <Button size="compact-md" onClick={() => onPair(page.code)}>
            {t('pair.open')}
          </Button>
        </li>
      ))}
    </ul>
  );
}
