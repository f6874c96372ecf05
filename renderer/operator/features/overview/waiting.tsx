/** What of the desk waits for whoever looks: a row for each kind, with how many there are and the way to the first of them. */
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Waiting, WaitingKind } from '../../../../electron/contract/api/waiting';
import { orpc } from '../../../client/client';
import { StatusDot } from '../../../ui';
import css from './Overview.module.css';

/** Terms pass while nothing is changed. */
const ASK_AGAIN_MS = 60_000;

export function useWaiting(): ReactNode[] {
  const waiting = useQuery({ ...orpc.waiting.mine.queryOptions(), refetchInterval: ASK_AGAIN_MS }).data ?? [];
  return waiting.map((one) => <WaitingRow key={one.kind} waiting={one} />);
}

function WaitingRow({ waiting: { kind, count, first } }: { waiting: Waiting }) {
  const { t } = useTranslation('overview');
  // Of a contest many entries wait under one name.
  const more = kind === 'score' ? 0 : count - first.length;
  return (
    <li className={css.item}>
      <StatusDot tone="amber">
        <Link to={LISTS[kind]}>{t(`waiting.${kind}`, { count })}</Link>
      </StatusDot>
      {first.map(({ id, name }) => (
        <NameLink key={id} kind={kind} id={id} name={name} />
      ))}
      {more > 0 && <span className={css.aside}>{t('waiting.more', { count: more })}</span>}
    </li>
  );
}

const LISTS = {
  approve: '/submissions',
  verify: '/submissions',
  card: '/cards',
  material: '/library',
  hoaxLate: '/hoaxes',
  hoaxSoon: '/hoaxes',
  requestLate: '/requests',
  requestSoon: '/requests',
  score: '/contests',
} as const satisfies Record<WaitingKind, string>;

function NameLink({ kind, id, name }: { kind: WaitingKind; id: string; name: string }) {
  const said = { className: `one-line ${css.waits}`, title: name, children: name };
  switch (kind) {
    case 'approve':
    case 'verify':
      return <Link to="/submissions/$submissionId" params={{ submissionId: id }} {...said} />;
    case 'card':
      return <Link to="/cards/$cardId" params={{ cardId: id }} {...said} />;
    case 'material':
      return <Link to="/preview/$assetId" params={{ assetId: id }} {...said} />;
    default:
      return <Link to={LISTS[kind]} hash={id} {...said} />;
  }
}
