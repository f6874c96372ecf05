/** Recordings of a day: heard, downloaded, checked; and what the watch told that day. */
import { Button } from '@mantine/core';
import { IconDownload, IconPlayerPlay, IconRefresh } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Recording, WatchAlarm } from '../../../electron/contract/records/recording';
import { localParts } from '../../../electron/domain/time';
import { client, orpc } from '../../client/client';
import { stationNow } from '../../client/station-clock';
import { useFormats } from '../../operator/i18n/formats';
import { reasonText } from '../../operator/i18n/say';
import { DayField } from '../../operator/shared/DayField';
import { FaultPanel } from '../../operator/shared/FaultPanel';
import { useCommand } from '../../operator/shared/use-command';
import { useMe } from '../../operator/shared/use-me';
import { EmptyState, RowSkeletons, StatusDot } from '../../ui';
import css from './Watch.module.css';

export function RecordingsList() {
  const { t } = useTranslation('watch');
  const { zone } = useFormats();
  const [picked, setPicked] = useState<string>();
  const day = picked ?? localParts(stationNow(), zone).date;
  const recordings = useQuery(orpc.recordings.list.queryOptions({ input: { day } }));
  const alarms = useQuery(orpc.watch.alarms.queryOptions({ input: { day } })).data ?? [];
  return (
    <section className={css.list} aria-label={t('list.title')}>
      <DayField w={180} label={t('list.day')} value={day} onDay={setPicked} />
      {recordings.error && <FaultPanel fault={recordings.error} onRetry={() => void recordings.refetch()} />}
      {recordings.isPending && <RowSkeletons rows={3} label={t('list.title')} />}
      {recordings.data?.length === 0 && <EmptyState title={t('list.none')}>{t('list.noneWords')}</EmptyState>}
      <ul className={css.rows}>
        {recordings.data?.map((recording) => (
          <RecordingRow key={recording.id} recording={recording} />
        ))}
      </ul>
      {alarms.length > 0 && (
        <>
          <h3 className={css.title}>{t('list.alarms')}</h3>
          <ul className={css.rows}>
            {alarms.map((alarm) => (
              <AlarmRow key={alarm.id} alarm={alarm} />
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function RecordingRow({ recording }: { recording: Recording }) {
  const { t } = useTranslation('watch');
  const formats = useFormats();
  const { may } = useMe();
  const [heard, setHeard] = useState(false);
  const { id, name, input, startedAt, endedAt, bytes, durationMs, keepUntil, hash } = recording;
  const check = useCommand({ run: () => client.recordings.check({ id }) });
  const address = `/api/recordings/${id}/audio`;
  const called = name || t('list.byHand', { input });
  const span = `${formats.time(startedAt)}–${endedAt === null ? '' : formats.time(endedAt)}`;
  return (
    <li className={css.row}>
      <div className={css.rowWords}>
        <b className="tabular">{span}</b> {called}
        <div className={css.muted}>
          {durationMs !== null && `${formats.duration(durationMs)} · `}
          {formats.bytes(bytes)} · {t('list.keepUntil', { day: keepUntil })}
        </div>
        <Check recording={recording} />
        {heard && (
          // biome-ignore lint/a11y/useMediaCaption: a recording of the broadcast has no text
          <audio className={css.audio} controls autoPlay src={address} aria-label={t('list.play', { name: called })} />
        )}
      </div>
      {hash !== null && (
        <div className={css.actions}>
          {!heard && (
            <Button
              variant="default"
              size="xs"
              leftSection={<IconPlayerPlay size={14} aria-hidden="true" />}
              aria-label={t('list.play', { name: `${span} ${called}` })}
              onClick={() => setHeard(true)}
            >
              {t('list.listen')}
            </Button>
          )}
          <Button
            component="a"
            href={address}
            download
            variant="default"
            size="xs"
            leftSection={<IconDownload size={14} aria-hidden="true" />}
          >
            {t('list.download')}
          </Button>
          {may('rundown') && (
            <Button
              variant="default"
              size="xs"
              loading={check.isPending || recording.state === 'closing'}
              leftSection={<IconRefresh size={14} aria-hidden="true" />}
              onClick={() => check.mutate()}
            >
              {t('list.check')}
            </Button>
          )}
        </div>
      )}
    </li>
  );
}

/** From so much on it is worth a word. */
const MUCH_SILENCE = 0.2;

function Check({ recording: { state, check, checkedAt, silence } }: { recording: Recording }) {
  const { t } = useTranslation('watch');
  const formats = useFormats();
  if (state === 'recording') return <StatusDot tone="green">{t('state.recording')}</StatusDot>;
  if (state === 'closing') return <StatusDot tone="grey">{t('state.closing')}</StatusDot>;
  const silent =
    silence !== null && silence >= MUCH_SILENCE ? t('state.silent', { share: formats.percent(silence) }) : '';
  if (state === 'damaged')
    return (
      <StatusDot tone="amber">
        {t('state.damaged')} {check && reasonText(check)} {silent}
      </StatusDot>
    );
  return (
    <StatusDot tone={silent ? 'amber' : 'green'}>
      {t('state.kept', { at: checkedAt ?? 0 })} {silent}
    </StatusDot>
  );
}

function AlarmRow({ alarm: { kind, from, until, input, lostSight } }: { alarm: WatchAlarm }) {
  const { t } = useTranslation('watch');
  const formats = useFormats();
  const length = until === null ? t('list.lasts') : formats.span(until - from);
  return (
    <li className={css.row}>
      <span>
        <b className="tabular">{formats.time(from)}</b> {t(`kind.${kind}`)} · {length} · {input}
        {lostSight && <span className={css.muted}> · {t('list.lostSight')}</span>}
      </span>
    </li>
  );
}
