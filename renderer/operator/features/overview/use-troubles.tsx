/** What is wrong at the station, as rows of a list, each kind with the permission that mending it takes. */
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Permission } from '../../../../electron/contract/records/user';
import { orpc } from '../../../client/client';
import { stationNow } from '../../../client/station-clock';
import { StatusDot } from '../../../ui';
import { AlertRow } from '../../frame/AlertsButton';
import { useFormats } from '../../i18n/formats';
import { reasonText, reasonTexts } from '../../i18n/say';
import { type DisplayView, type Trouble, troublesOf } from '../../shared/display-health';
import { useTroubleWords } from '../../shared/HealthDot';
import { type LockRequest, useLockRequests } from '../../shared/use-lock-requests';
import { useMe } from '../../shared/use-me';
import css from './Overview.module.css';

const FAILED_SHOWN = 5;
const NOT_READY_SHOWN = 3;

interface Troubles {
  /** Null: it is for somebody else. */
  needs: Permission | null;
  rows: ReactNode[];
}

export function useTroubles(): Troubles[] {
  const { may } = useMe();
  const raised = useQuery(orpc.station.alerts.queryOptions()).data ?? [];
  // To those who answer them, requests are told by name among what waits.
  const alerts = raised.filter(({ id }) => !(may('desk') && id.startsWith('requests.')));
  const displays = (useQuery(orpc.displays.list.queryOptions()).data ?? []).filter(needsSomebody);
  const failed = useFailed();
  // Whoever asked waits for somebody else.
  const requests = useLockRequests().filter(({ isOwn }) => !isOwn);
  const asked = (mine: boolean) =>
    requests.filter(({ counts }) => counts === mine).map((request) => <LockItem key={request.id} request={request} />);
  return [
    { needs: 'approve', rows: asked(true) },
    { needs: null, rows: asked(false) },
    { needs: 'library', rows: alerts.map((alert) => <AlertRow key={alert.id} alert={alert} />) },
    { needs: 'displays', rows: displays.map((view) => <DisplayItem key={view.display.id} view={view} />) },
    { needs: 'library', rows: failed },
  ];
}

const needsSomebody = (view: DisplayView) => troublesOf(view, stationNow()).length > 0;

function useFailed(): ReactNode[] {
  const { t } = useTranslation('overview');
  const failed = useQuery(orpc.library.list.queryOptions({ input: { state: 'failed', limit: FAILED_SHOWN } })).data;
  const rows = (failed?.items ?? []).map((asset) => (
    <Item key={asset.id} link={<AssetLink id={asset.id} name={asset.name} />}>
      {asset.state === 'failed' && reasonText(asset.failure)}
    </Item>
  ));
  const more = (failed?.total ?? 0) - FAILED_SHOWN;
  if (more <= 0) return rows;
  return [
    ...rows,
    <li key="more" className={css.aside}>
      {t('moreFailed', { n: more })}
    </li>,
  ];
}

function LockItem({ request: { kind, what, reason, askedBy, askedAt, counts } }: { request: LockRequest }) {
  const { t } = useTranslation('overview');
  const { relative } = useFormats();
  return (
    <Item
      link={
        <Link to="/rules" hash="locks" className="any-word">
          {t(`${counts ? 'lockRequest' : 'lockRequestKnow'}.${kind}`)}
        </Link>
      }
    >
      <span className="any-word">{what}</span>
      <span className="any-word">“{reason}”</span>
      <span className={css.aside}>{t('lockAsked', { name: askedBy.name, when: relative(askedAt, stationNow()) })}</span>
    </Item>
  );
}

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
