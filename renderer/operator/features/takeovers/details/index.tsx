/** Every takeover there is and was in 30 days at the left; the receipts of one at the right. */
import { Button } from '@mantine/core';
import { IconBroadcast } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Takeover } from '../../../../../electron/contract/records/takeover';
import { orpc } from '../../../../client/client';
import { useStationSecond } from '../../../../client/station-clock';
import { EmptyState, Kbd, Page, RowSkeletons } from '../../../../ui';
import { At } from '../../../shared/At';
import { FaultPanel } from '../../../shared/FaultPanel';
import { useMe } from '../../../shared/use-me';
import { TAKEOVER_KEY } from '../key';
import { openTakeoverSheet } from '../open';
import { categoryOf, holding, type Stage, stageOf } from '../stage';
import css from './Details.module.css';
import { LookMark } from './LookMark';
import { OnePane } from './OnePane';

export function TakeoversScreen() {
  const { t } = useTranslation(['takeovers', 'common']);
  const list = useQuery(orpc.takeovers.list.queryOptions());
  return (
    <Page title={t('title')} layout="fill">
      {list.isError && <FaultPanel fault={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && <RowSkeletons label={t('common:loading')} />}
      {list.data && (list.data.length === 0 ? <None /> : <Both all={list.data} />)}
    </Page>
  );
}

function None() {
  const { t } = useTranslation('takeovers');
  const { may } = useMe();
  return (
    <EmptyState
      icon={<IconBroadcast size={36} stroke={1.5} />}
      title={t('none.title')}
      actions={
        may('schedule') && (
          <Button variant="default" rightSection={<Kbd keys={TAKEOVER_KEY} />} onClick={openTakeoverSheet}>
            {t('open')}
          </Button>
        )
      }
    >
      {t('none.words')}
    </EmptyState>
  );
}

const STAGES: readonly Stage[] = ['holds', 'planned', 'over'];

function Both({ all }: { all: readonly Takeover[] }) {
  const { t } = useTranslation('takeovers');
  const now = useStationSecond();
  const search = useSearch({ from: '/takeovers' });
  const parts = STAGES.map((stage) => ({ stage, takeovers: sorted(all, stage, now) }));
  const first = parts.flatMap(({ takeovers }) => takeovers)[0];
  const open = all.find(({ id }) => id === search.id) ?? first;
  return (
    <div className={css.both}>
      <nav className={css.list} aria-label={t('list')}>
        {parts.map(
          ({ stage, takeovers }) =>
            takeovers.length > 0 && (
              <section key={stage}>
                <h2 className={css.heading}>{t(`stage.${stage}`)}</h2>
                <ul>
                  {takeovers.map((takeover) => (
                    <Row key={takeover.id} takeover={takeover} isOpen={takeover === open} />
                  ))}
                </ul>
              </section>
            ),
        )}
      </nav>
      {open && <OnePane key={open.id} id={open.id} now={now} />}
    </div>
  );
}

/** What holds by its weight, what is planned by its start, what is over with the newest first. */
function sorted(all: readonly Takeover[], stage: Stage, now: number): Takeover[] {
  if (stage === 'holds') return holding(all, now);
  const those = all.filter((takeover) => stageOf(takeover, now) === stage);
  return those.toSorted((a, b) => (stage === 'planned' ? a.from - b.from : b.from - a.from));
}

function Row({ takeover, isOpen }: { takeover: Takeover; isOpen: boolean }) {
  const category = categoryOf(takeover);
  return (
    <li>
      <Link
        to="/takeovers"
        search={{ id: takeover.id }}
        replace
        className={css.row}
        data-open={isOpen || undefined}
        title={takeover.name}
      >
        <span className={css.name}>{takeover.name}</span>
        <span className={css.under}>
          <LookMark takeover={takeover} />
          {category !== null && ` · ${category}`} · <At at={takeover.from} as="dateTime" />
        </span>
      </Link>
    </li>
  );
}
