/** What needs a person, worst first, each with the way to where it is mended. */
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { orpc } from '../../../client/client';
import { stationNow } from '../../../client/station-clock';
import { Section, StatusDot } from '../../../ui';
import { AlertRow } from '../../frame/AlertsButton';
import { reasonText, reasonTexts } from '../../i18n/say';
import { type DisplayView, type Trouble, troublesOf } from '../../shared/display-health';
import { useTroubleWords } from '../../shared/HealthDot';
import css from './Overview.module.css';

const FAILED_SHOWN = 5;
const NOT_READY_SHOWN = 3;

export function NeedsYou() {
  const { t } = useTranslation('overview');
  const alerts = useQuery(orpc.station.alerts.queryOptions()).data ?? [];
  const failed = useQuery(orpc.library.list.queryOptions({ input: { state: 'failed', limit: FAILED_SHOWN } })).data;
  const displays = (useQuery(orpc.displays.list.queryOptions()).data ?? []).filter(needsSomebody);
  const nothing = alerts.length === 0 && displays.length === 0 && !failed?.total;
  return (
    <div className={css.needs}>
      <Section title={t('needsYou')}>
        {nothing ? (
          <p className={css.calm}>
            <StatusDot tone="green">{t('allWell')}</StatusDot>
          </p>
        ) : (
          <ul className={css.list}>
            {alerts.map((alert) => (
              <AlertRow key={alert.id} alert={alert} />
            ))}
            {displays.map((view) => (
              <DisplayItem key={view.display.id} view={view} />
            ))}
            {failed?.items.map((asset) => (
              <Item key={asset.id} link={<AssetLink id={asset.id} name={asset.name} />}>
                {asset.state === 'failed' && reasonText(asset.failure)}
              </Item>
            ))}
            {failed && failed.total > FAILED_SHOWN && (
              <li className={css.aside}>{t('moreFailed', { n: failed.total - FAILED_SHOWN })}</li>
            )}
          </ul>
        )}
      </Section>
    </div>
  );
}

const needsSomebody = (view: DisplayView) => troublesOf(view, stationNow()).length > 0;

function DisplayItem({ view }: { view: DisplayView }) {
  const { t } = useTranslation('overview');
  const words = useTroubleWords();
  const { display } = view;
  const notReady = reasonTexts(view.status.notReady);
  return (
    <Item
      link={
        <Link to="/displays" search={{ id: display.id }} className="any-word">
          {display.name}
        </Link>
      }
    >
      {troublesOf(view, stationNow()).map((trouble: Trouble) => (
        <span key={trouble}>{words(trouble, view)}</span>
      ))}
      {notReady.slice(0, NOT_READY_SHOWN).map((words) => (
        <span key={words} className={css.aside}>
          {words}
        </span>
      ))}
      {notReady.length > NOT_READY_SHOWN && (
        <span className={css.aside}>{t('moreNotReady', { count: notReady.length - NOT_READY_SHOWN })}</span>
      )}
    </Item>
  );
}

function AssetLink({ id, name }: { id: string; name: string }) {
  return (
    <Link to="/library" search={{ id }} className="any-word">
      {name}
    </Link>
  );
}

function Item({ link, children }: { link: ReactNode; children: ReactNode }) {
  return (
    <li className={css.item}>
      <StatusDot tone="amber">{link}</StatusDot>
      {children}
    </li>
  );
}
