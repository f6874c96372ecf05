/** The first of two: who asks says when and why. Nothing is lifted by it. */
import { Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LockNow } from '../../../../electron/contract/api/rules';
import { DEFAULT_SETTINGS } from '../../../../electron/contract/records/settings-defaults';
import { client, orpc } from '../../../client/client';
import { stationNow } from '../../../client/station-clock';
import { DayField } from '../../../operator/shared/DayField';
import { timeIn, todayIn, toInstant } from '../../../operator/shared/days';
import { TimeField } from '../../../operator/shared/TimeField';
import { useCommand } from '../../../operator/shared/use-command';
import desk from '../../shared/Desk.module.css';
import { FormSheet } from '../../shared/FormSheet';
import css from '../Rules.module.css';
import { SHORTEST_REASON } from './shortest-reason';

const HOUR_MS = 3_600_000;

export function AskForm({ lock, onClose }: { lock: LockNow; onClose: () => void }) {
  const { t } = useTranslation('rules');
  const zone = useQuery(orpc.station.settings.queryOptions()).data?.zone ?? DEFAULT_SETTINGS.zone;
  const [first] = useState(() => Math.max(lock.from, stationNow()));
  const [from, setFrom] = useState(() => momentIn(zone, first));
  const [until, setUntil] = useState(() => momentIn(zone, first + HOUR_MS));
  const [reason, setReason] = useState('');
  const [starts, ends] = [instantOf(from, zone), instantOf(until, zone)];
  const ready = starts < ends && reason.trim().length >= SHORTEST_REASON;
  const save = useCommand({
    run: () => client.lifts.ask({ ruleId: lock.ruleId, from: starts, until: ends, reason: reason.trim() }),
    done: () => t('locks.asked'),
    onDone: onClose,
    onFault: () => {},
  });
  const submit = () => {
    if (ready) save.mutate();
  };
  return (
    <FormSheet
      title={t('locks.askOf', { name: lock.name })}
      size={520}
      className={css.form}
      save={save}
      onClose={onClose}
      onSubmit={submit}
      label={t('locks.ask')}
      disabled={!ready}
    >
      <p className={desk.muted}>{t('locks.askWords')}</p>
      <div className={css.pair}>
        <DayField label={t('locks.fromDay')} value={from.day} onDay={(day) => day && setFrom({ ...from, day })} />
        <TimeField label={t('locks.fromTime')} value={from.time} onTime={(time) => setFrom({ ...from, time })} />
        <DayField label={t('locks.untilDay')} value={until.day} onDay={(day) => day && setUntil({ ...until, day })} />
        <TimeField label={t('locks.untilTime')} value={until.time} onTime={(time) => setUntil({ ...until, time })} />
      </div>
      <Textarea
        label={t('locks.reason')}
        description={t('locks.reasonWords')}
        required
        data-autofocus
        autosize
        minRows={2}
        maxLength={1000}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </FormSheet>
  );
}

interface Moment {
  day: string;
  time: string;
}

const momentIn = (zone: string, at: number): Moment => ({ day: todayIn(zone, at), time: timeIn(zone, at).slice(0, 5) });
const instantOf = ({ day, time }: Moment, zone: string): number => toInstant(day, `${time.slice(0, 5)}:00`, zone);
