/** What is wrong at the station, as rows of a list, each kind with the permission that mending it takes. */
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Permission } from '../../../../electron/contract/records/user';
import type { Reason } from '../../../../electron/contract/scalars';
import { orpc } from '../../../client/client';
import { stationNow } from '../../../client/station-clock';
import { StatusDot } from '../../../ui';
import { AlertRow } from '../../frame/AlertsButton';
import { useFormats } from '../../i18n/formats';
import { reasonText, reasonTexts } from '../../i18n/say';
import { type DisplayView, refused, type Trouble, troublesOf, unready } from '../../shared/display-health';
import { useTroubleWords } from '../../shared/HealthDot';
import { type LockRequest, useLockRequests } from '../../shared/use-lock-requests';
import { useMe } from '../../shared/use-me';
import css from './Overview.module.css';

const FAILED_SHOWN = 5;
const REASONS_SHOWN = 3;

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
    { needs: 'displays', rows: displays.flatMap((view) => rowsOf(view)) },
    { needs: 'library', rows: failed },
  ];
}

/** What a rule keeps off is apart: it waits for nothing that is done at the display. */
function rowsOf(view: DisplayView): ReactNode[] {
  const { id } = view.display;
  const troubles = troublesOf(view, stationNow());
  const own = troubles.filter((trouble) => trouble !== 'refused');
  return [
    ...(own.length > 0 ? [<DisplayItem key={id} view={view} troubles={own} reasons={unready(view.status)} />] : []),
    ...(own.length < troubles.length
      ? [<DisplayItem key={`${id} refused`} view={view} troubles={['refused']} reasons={refused(view.status)} />]
      : []),
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

interface DisplayItemProps {
  view: DisplayView;
  troubles: readonly Trouble[];
  /** Of the material that is left out. */
  reasons: readonly Reason[];
}

function DisplayItem({ view, troubles, reasons }: DisplayItemProps) {
  const { t } = useTranslation('overview');
  const words = useTroubleWords();
  const { display } = view;
  const why = reasonTexts(reasons);
  return (
    <Item
      link={
        <Link to="/displays" search={{ id: display.id }} className="any-word">
          {display.name}
        </Link>
      }
    >
      {troubles.map((trouble) => (
        <span key={trouble}>{words(trouble, view)}</span>
      ))}
      {why.slice(0, REASONS_SHOWN).map((words) => (
        <span key={words} className={css.aside}>
          {words}
        </span>
      ))}
      {why.length > REASONS_SHOWN && (
        <Link to="/displays" search={{ id: display.id }} className={css.aside}>
          {t('moreNotReady', { count: why.length - REASONS_SHOWN })}
        </Link>
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
