/** After the show: what became of each item, why, and who answers for it. */
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Show } from '../../../../electron/contract/records/show';
import { zoneLabel } from '../../../../electron/domain/zone-label';
import { clockText, elapsedText, overText } from '../../../client/air-text';
import { orpc } from '../../../client/client';
import type { Air } from '../../../client/use-air';
import { useMe } from '../../../operator/shared/use-me';
import { EmptyState, Page, Section } from '../../../ui';
import { PublishButton } from '../../publish';
import css from './After.module.css';
import { AsRunTable } from './AsRunTable';
import { asRunOf } from './as-run';
import { Discard } from './Discard';
import { Sign } from './Sign';

interface AfterProps {
  air: Air;
  show: Show;
  onAnew: () => void;
}

export function After({ air: { state }, show, onAnew }: AfterProps) {
  const { t } = useTranslation('onAir');
  const runs = useMe().may('rundown');
  const { zone, id } = state.rundown;
  const { startedAt, endedAt, plannedEnd, rehearsal, rundownName } = show;
  const end = endedAt ?? startedAt;
  // Plays come in from the cart's outbox after the show, and no change of a record tells of them.
  const spots = useQuery({ ...orpc.shows.spots.queryOptions({ input: { id: show.id } }), refetchInterval: 10_000 });
  const rows = asRunOf(state.steps, spots.data ?? []);
  const times = { from: clockText(startedAt, zone), to: clockText(end, zone), zone: zoneLabel(zone, startedAt) };
  return (
    <Page
      title={rundownName}
      actions={
        <>
          <Button component={Link} to={`/rundowns/${id}`} variant="default">
            {t('toRundown')}
          </Button>
          {!rehearsal && <PublishButton showId={show.id} />}
          {runs && (
            <Button variant="default" onClick={onAnew}>
              {t('ready.again')}
            </Button>
          )}
        </>
      }
    >
      <div className={css.columns}>
        <Section title={t(rehearsal ? 'after.rehearsal' : 'after.title')}>
          <p className={`tabular ${css.facts}`}>
            <span>{t(rehearsal ? 'after.rehearsed' : 'after.aired', times)}</span>
            <span>
              {t(rehearsal ? 'after.rehearsedLength' : 'after.length', { length: elapsedText(end - startedAt) })}
            </span>
            {plannedEnd !== null && <span>{t('after.against', { over: overText(end - plannedEnd) })}</span>}
          </p>
          {rows.length === 0 ? (
            <EmptyState title={t('after.none')} />
          ) : (
            <AsRunTable rows={rows} zone={zone} mayExplain={runs && show.state === 'ended'} />
          )}
        </Section>
        {rehearsal ? (
          <Section title={t('discard.title')}>
            <p>{t('discard.words')}</p>
            {runs && <Discard id={show.id} />}
          </Section>
        ) : (
          <Section title={t('sign.title')}>
            <Sign show={show} maySign={runs} />
          </Section>
        )}
      </div>
    </Page>
  );
}
