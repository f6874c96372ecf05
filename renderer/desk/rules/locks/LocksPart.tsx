/** Locks that hold or come, what was asked to lift or change them, and who said so. */
import { IconLockOpen } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LockNow } from '../../../../electron/contract/api/rules';
import { orpc } from '../../../client/client';
import { useStationSecond } from '../../../client/station-clock';
import { FaultPanel } from '../../../operator/shared/FaultPanel';
import { CardSkeletons, EmptyState, Section } from '../../../ui';
import desk from '../../shared/Desk.module.css';
import css from '../Rules.module.css';
import { AskForm } from './AskForm';
import { ChangeRow } from './ChangeRow';
import { LiftRow } from './LiftRow';
import { LockCard } from './LockCard';
import own from './Locks.module.css';

const LOOK_MS = 30_000;

export function LocksPart() {
  const { t } = useTranslation('rules');
  const now = useStationSecond();
  const locks = useQuery({ ...orpc.rules.locks.queryOptions(), refetchInterval: LOOK_MS });
  const lifts = useQuery(orpc.lifts.list.queryOptions());
  const changes = useQuery(orpc.lockChanges.list.queryOptions()).data ?? [];
  const rules = useQuery(orpc.rules.list.queryOptions()).data;
  const [asked, ask] = useState<LockNow | null>(null);
  const fault = locks.error ?? lifts.error;
  return (
    <>
      {fault && <FaultPanel fault={fault} onRetry={() => void Promise.all([locks.refetch(), lifts.refetch()])} />}
      {locks.isPending && <CardSkeletons label={t('loading')} cards={2} height={110} />}
      {locks.data?.length === 0 && (
        <EmptyState icon={<IconLockOpen size={36} stroke={1.5} />} title={t('locks.none')}>
          {t('locks.noneWords')}
        </EmptyState>
      )}
      <ul className={css.rules}>
        {locks.data?.map((lock) => (
          <LockCard key={`${lock.ruleId} ${lock.from}`} lock={lock} now={now} onAsk={() => ask(lock)} />
        ))}
      </ul>
      <div className={own.asked}>
        {changes.length > 0 && (
          <Section title={t('changes.title')}>
            <ul className={own.lifts}>
              {changes.map((change) => (
                <ChangeRow key={change.id} change={change} />
              ))}
            </ul>
          </Section>
        )}
        {lifts.data && (
          <Section title={t('locks.lifts')}>
            {lifts.data.length === 0 && <p className={desk.muted}>{t('locks.noLifts')}</p>}
            <ul className={own.lifts}>
              {lifts.data.map((lift) => (
                <LiftRow
                  key={lift.id}
                  lift={lift}
                  name={rules?.find(({ id }) => id === lift.ruleId)?.name ?? t('gone')}
                  now={now}
                />
              ))}
            </ul>
          </Section>
        )}
      </div>
      {asked && <AskForm lock={asked} onClose={() => ask(null)} />}
    </>
  );
}
