/** What stands on every screen while a takeover holds: what it is, since and until when, and where it has arrived. */
import { IconAlertTriangle, IconBroadcast, IconInfoCircle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Takeover } from '../../../../../electron/contract/records/takeover';
import { orpc } from '../../../../client/client';
import { useStationSecond } from '../../../../client/station-clock';
import { Duration } from '../../../../ui';
import { useFormats } from '../../../i18n/formats';
import { At } from '../../../shared/At';
import { Commands } from '../Commands';
import { holding, lookOf } from '../stage';
import css from './Bars.module.css';

const ICONS = { emergency: IconAlertTriangle, notice: IconBroadcast, test: IconInfoCircle };

export function TakeoverBars() {
  const { t } = useTranslation('takeovers');
  const all = useQuery(orpc.takeovers.list.queryOptions()).data ?? [];
  const now = useStationSecond();
  const held = holding(all, now);
  return (
    <>
      <div className="unseen" role="status">
        {held.map((takeover) => t('bar.announced', { name: takeover.name })).join('. ')}
      </div>
      {held.length > 0 && (
        <section className={css.bars} aria-label={t('bar.label')}>
          <ul className={css.list}>
            {held.map((takeover) => (
              <Bar key={takeover.id} takeover={takeover} now={now} />
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function Bar({ takeover, now }: { takeover: Takeover; now: number }) {
  const { t } = useTranslation('takeovers');
  const look = lookOf(takeover);
  const Icon = ICONS[look];
  return (
    <li className={`${css.bar} ${css[look]}`}>
      <span className={css.what}>
        <Icon size={20} stroke={2} aria-hidden="true" className={css.icon} />
        <span className={css.look}>{t(`look.${look}`)}</span>
        <Link to="/takeovers" search={{ id: takeover.id }} className={css.name} title={takeover.name}>
          {takeover.name}
        </Link>
      </span>
      <Times takeover={takeover} now={now} />
      <Arrived id={takeover.id} />
      <span className={css.commands}>
        <Commands takeover={takeover} />
        <Link to="/takeovers" search={{ id: takeover.id }} className={css.details}>
          {t('bar.details')}
        </Link>
      </span>
    </li>
  );
}

/** A day is named only where it is not today. */
function Times({ takeover: { from, until }, now }: { takeover: Takeover; now: number }) {
  const { t } = useTranslation('takeovers');
  const formats = useFormats();
  const styleOf = (at: number) => (formats.date(at) === formats.date(now) ? 'time' : 'dateTime');
  return (
    <span className={css.times}>
      {t('bar.since')} <At at={from} as={styleOf(from)} />
      {' · '}
      {until === null ? (
        t('bar.open')
      ) : (
        <>
          {t('bar.until')} <At at={until} as={styleOf(until)} /> (−
          <Duration ms={until - now} />)
        </>
      )}
    </span>
  );
}

function Arrived({ id }: { id: string }) {
  const { t } = useTranslation('takeovers');
  const counts = useQuery(orpc.takeovers.counts.queryOptions({ input: { id } })).data;
  return (
    <span className={css.arrived}>{counts && t('bar.arrived', { shown: counts.shown, all: counts.displays })}</span>
  );
}
