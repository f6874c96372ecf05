/** The watch at a glance: level, what is wrong, what is being recorded; and how it is set. */
import { Button, Select, Switch } from '@mantine/core';
import { IconAlertTriangle, IconMicrophone, IconPlayerRecord, IconPlayerStop } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useStationSecond } from '../../client/station-clock';
import { useFormats } from '../../operator/i18n/formats';
import { useMe } from '../../operator/shared/use-me';
import { StatusDot } from '../../ui';
import { type WatchNow, watch } from './engine';
import { LevelMeter } from './LevelMeter';
import type { Alarm } from './listen/alarms';
import { useInputs, useWatch, WatchKeeper } from './use-watch';
import css from './Watch.module.css';
import { WatchFigures } from './WatchFigures';

export function WatchPanel() {
  const { t } = useTranslation('watch');
  const now = useWatch();
  const { may } = useMe();
  const { choice, trouble, elsewhere } = now;
  const cannot = trouble === 'insecure' || !may('rundown');
  return (
    <section className={css.panel} aria-label={t('title')}>
      <WatchKeeper />
      <div className={css.head}>
        <h2 className={css.title}>{t('title')}</h2>
        <Switch
          label={t('on')}
          checked={choice.on}
          disabled={cannot || elsewhere}
          onChange={(event) => watch.choose({ on: event.currentTarget.checked })}
        />
      </div>
      {elsewhere && trouble !== 'insecure' && <p className={css.muted}>{t('elsewhere')}</p>}
      {trouble && (choice.on || trouble === 'insecure') && <Trouble words={t(`trouble.${trouble}`)} />}
      {now.alarms.map((alarm) => (
        <AlarmLine key={alarm.id} alarm={alarm} />
      ))}
      {now.notKept && <Trouble words={t('notKept')} />}
      {choice.on && !elsewhere && <Listening now={now} />}
    </section>
  );
}

function Listening({ now }: { now: WatchNow }) {
  const { t } = useTranslation('watch');
  const { choice, device, level, wantsClick } = now;
  const inputs = useInputs(device);
  const options = inputs.map(({ id, label }) => ({ value: id, label: label || t('input.unnamed') }));
  const calm = level !== null && now.alarms.length === 0;
  return (
    <>
      <Select
        label={t('input.label')}
        leftSection={<IconMicrophone size={16} aria-hidden="true" />}
        placeholder={choice.input?.label || t('input.choose')}
        allowDeselect={false}
        data={options}
        value={inputs.some(({ id }) => id === choice.input?.id) ? (choice.input?.id ?? null) : null}
        onChange={(id) => watch.choose({ input: inputs.find((each) => each.id === id) ?? null })}
      />
      <LevelMeter level={level} />
      {wantsClick && (
        <Button variant="default" size="xs" onClick={watch.clicked}>
          {t('click')}
        </Button>
      )}
      {calm && !wantsClick && <StatusDot tone="green">{t('calm')}</StatusDot>}
      <RecordingLine now={now} />
      <WatchFigures choice={choice} />
    </>
  );
}

function RecordingLine({ now: { recording, waiting, choice, device } }: { now: WatchNow }) {
  const { t } = useTranslation('watch');
  const formats = useFormats();
  const second = useStationSecond();
  const ms = recording ? Math.max(0, second - recording.since) : 0;
  return (
    <div className={css.recording}>
      {recording ? (
        <StatusDot tone="green">
          {t('recording.since', { at: recording.since, ms, bytes: recording.bytes })}
          {waiting > 2 && <span className={css.muted}> · {t('recording.waiting', { count: waiting })}</span>}
        </StatusDot>
      ) : (
        <StatusDot tone="grey">
          {t('recording.none')}
          {waiting > 0 && <span className={css.muted}> · {t('recording.waiting', { count: waiting })}</span>}
        </StatusDot>
      )}
      <Button
        variant="default"
        size="xs"
        disabled={!device || (recording !== null && recording.showId !== null)}
        title={recording?.showId ? t('recording.ofShow', { at: formats.time(recording.since) }) : undefined}
        leftSection={
          choice.byHand ? (
            <IconPlayerStop size={14} aria-hidden="true" />
          ) : (
            <IconPlayerRecord size={14} aria-hidden="true" />
          )
        }
        onClick={() => watch.choose({ byHand: !choice.byHand })}
      >
        {t(choice.byHand ? 'recording.stop' : 'recording.start')}
      </Button>
    </div>
  );
}

function AlarmLine({ alarm }: { alarm: Alarm }) {
  const { t } = useTranslation('watch');
  const second = useStationSecond();
  return (
    <Trouble words={t(`alarm.${alarm.kind}`, { from: alarm.from, ms: Math.max(0, second - alarm.from) })} strong />
  );
}

/** Not red: that is what is on air. */
function Trouble({ words, strong = false }: { words: string; strong?: boolean }) {
  return (
    <div className={css.trouble} role="alert" data-strong={strong || undefined}>
      <IconAlertTriangle size={18} stroke={1.75} aria-hidden="true" />
      <span>{words}</span>
    </div>
  );
}
