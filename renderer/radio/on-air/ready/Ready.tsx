/** Before the show: what is not ready, and the two ways to begin. */
import { Button } from '@mantine/core';
import { IconBroadcast, IconRepeat } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { zoneLabel } from '../../../../electron/domain/zone-label';
import { useAirSecond } from '../../../client/air-second';
import { clockText, elapsedText } from '../../../client/air-text';
import { client, orpc } from '../../../client/client';
import type { Air } from '../../../client/use-air';
import { useFormats } from '../../../operator/i18n/formats';
import { useCommand } from '../../../operator/shared/use-command';
import { useMe } from '../../../operator/shared/use-me';
import { ConfirmTwice, Page, Section } from '../../../ui';
import { usePlayer } from '../../cart';
import { materialsOf } from '../../editor/materials-of';
import { useMaterials } from '../../shared/use-materials';
import { ViewsLink } from '../../shared/ViewsLink';
import { useKeptOut } from '../../spots/use-kept-out';
import { useProposal } from '../../spots/use-proposal';
import { MidiMenu } from '../midi/MidiMenu';
import { Point } from './Point';
import css from './Ready.module.css';
import { readinessOf } from './readiness';

interface ReadyProps {
  air: Air;
  connected: boolean;
  /** Back to the log of the show before; none where there was none. */
  onLog: (() => void) | undefined;
}

export function Ready({ air: { state, plan }, connected, onLog }: ReadyProps) {
  const { t } = useTranslation('onAir');
  const { rundown, spoken } = state;
  const runs = useMe().may('rundown');
  const guests = useQuery({ ...orpc.guests.list.queryOptions(), enabled: rundown.guests.length > 0 }).data ?? [];
  const names = new Map(guests.map(({ id, name }) => [id, name]));
  const materials = useMaterials(useMemo(() => plan.running.flatMap(({ item }) => materialsOf(item)), [plan]));
  const keptOut = useKeptOut(rundown.id);
  const proposal = useProposal(rundown.id);
  const { played } = usePlayer();
  const points = readinessOf({
    ...{ plan, date: rundown.date, materials, keptOut, spoken, played, proposal },
    guests: rundown.guests,
  });
  const open = points.filter(({ ok }) => !ok).length;
  const start = useCommand({ run: (rehearsal: boolean) => client.shows.start({ rundownId: rundown.id, rehearsal }) });
  const off = !connected || start.isPending || plan.running.length === 0;
  return (
    <Page
      title={rundown.name}
      actions={
        <>
          {onLog && (
            <Button variant="default" onClick={onLog}>
              {t('ready.backToLog')}
            </Button>
          )}
          <MidiMenu />
          <ViewsLink rundownId={rundown.id} />
          <Button component={Link} to={`/rundowns/${rundown.id}`} variant="default">
            {t('toRundown')}
          </Button>
        </>
      }
    >
      <div className={css.columns}>
        <Section title={t('ready.title')}>
          <p className={css.sum}>{open === 0 ? t('ready.allGood') : t('ready.someOpen', { count: open })}</p>
          <ul className={css.points}>
            {points.map((point) => (
              <Point key={point.point} {...point} nameOf={(id) => names.get(id) ?? t('ready.guest')} />
            ))}
          </ul>
        </Section>
        <Section title={t('title')}>
          <Begins air={{ state, plan }} />
          {runs ? (
            <div className={css.starts}>
              <ConfirmTwice
                size="lg"
                label={t('ready.start')}
                confirmLabel={t('ready.startConfirm')}
                leftSection={<IconBroadcast size={20} aria-hidden="true" />}
                disabled={off}
                onConfirm={() => start.mutate(false)}
              />
              <Button
                size="md"
                variant="default"
                leftSection={<IconRepeat size={18} aria-hidden="true" />}
                disabled={off}
                onClick={() => start.mutate(true)}
              >
                {t('ready.rehearse')}
              </Button>
              <p className={css.words}>{t('ready.rehearseWords')}</p>
            </div>
          ) : (
            <p className={css.words}>{t('ready.readOnly')}</p>
          )}
        </Section>
      </div>
    </Page>
  );
}

/** When it ought to begin, and how long until then. */
function Begins({ air: { state, plan } }: { air: Air }) {
  const { t } = useTranslation('onAir');
  const formats = useFormats();
  const { zone } = state.rundown;
  const inMs = plan.start - useAirSecond();
  const left = elapsedText(Math.abs(inMs));
  const values = {
    time: clockText(plan.start, zone),
    zone: zoneLabel(zone, plan.start),
    day: formats.date(plan.start),
  };
  return (
    <>
      <p className={css.begins}>{t('ready.begins', values)}</p>
      <p className={`tabular ${css.left}`} data-late={inMs < 0 || undefined}>
        {t(inMs >= 0 ? 'ready.startsIn' : 'ready.startsLate', { left })}
      </p>
      <dl className={css.facts}>
        <div>
          <dt>{t('ready.items')}</dt>
          <dd className="tabular">{plan.running.length}</dd>
        </div>
        <div>
          <dt>{t('ready.length')}</dt>
          <dd className="tabular">{elapsedText(plan.totalMs)}</dd>
        </div>
      </dl>
    </>
  );
}
