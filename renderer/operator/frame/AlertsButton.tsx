/** What needs a person, until it is settled. */
import { Button, Popover } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Alert } from '../../../electron/contract/live';
import { client, orpc } from '../../client/client';
import { stationNow } from '../../client/station-clock';
import { StatusDot } from '../../ui';
import { useFormats } from '../i18n/formats';
import { reasonText } from '../i18n/say';
import { useCommand } from '../shared/use-command';
import { useMe } from '../shared/use-me';
import css from './Frame.module.css';
import list from './JobRow.module.css';

export function AlertsButton() {
  const { t } = useTranslation('common');
  const alerts = useQuery(orpc.station.alerts.queryOptions()).data ?? [];
  return (
    <Popover width={420} position="bottom-start" trapFocus withRoles>
      <Popover.Target>
        <button type="button" className={css.count}>
          <StatusDot tone={alerts.length > 0 ? 'amber' : 'grey'}>
            {t('topBar.alerts')} <b className="tabular">{alerts.length}</b>
          </StatusDot>
        </button>
      </Popover.Target>
      <Popover.Dropdown p={0} aria-label={t('alerts.title')}>
        <h2 className={list.title}>{t('alerts.title')}</h2>
        {alerts.length === 0 ? (
          <p className={list.none}>{t('alerts.none')}</p>
        ) : (
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by the keyboard (WCAG 2.1.1)
          <section className={list.scroll} tabIndex={0} aria-label={t('alerts.title')}>
            <ul className={list.list}>
              {alerts.map((alert) => (
                <AlertRow key={alert.id} alert={alert} />
              ))}
            </ul>
          </section>
        )}
      </Popover.Dropdown>
    </Popover>
  );
}

/** Where what an alert tells of is seen to, by the room that raised it. */
const PLACES: Partial<Record<string, '/requests'>> = { requests: '/requests' };

export function AlertRow({ alert }: { alert: Alert }) {
  const { t } = useTranslation('common');
  const formats = useFormats();
  const { may } = useMe();
  const place = PLACES[alert.id.split('.', 1)[0] ?? ''];
  const dismiss = useCommand({ run: () => client.station.dismissAlert({ id: alert.id }) });
  return (
    <li className={list.job}>
      <div className={list.line}>
        <span className={list.name}>
          <StatusDot tone="amber">{reasonText(alert.reason)}</StatusDot>
          {place && (
            <Link to={place} className={list.way}>
              {t('alerts.open')}
            </Link>
          )}
          <span className={list.kind} title={formats.dateTime(alert.at)}>
            {t(`alerts.severity.${alert.severity}`)} · {formats.relative(alert.at, stationNow())}
          </span>
        </span>
        {may('library') && (
          <Button variant="default" size="compact-sm" onClick={() => dismiss.mutate()}>
            {t('alerts.dismiss')}
          </Button>
        )}
      </div>
    </li>
  );
}
