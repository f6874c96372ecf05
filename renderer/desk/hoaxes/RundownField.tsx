import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { LocalDate } from '../../../electron/contract/scalars';
import { dateOf, dayNumber } from '../../../electron/domain/calendar';
import { orpc } from '../../client/client';
import { useFormats } from '../../operator/i18n/formats';
import { dateText } from '../../operator/shared/date-text';

/** Rundowns are written about so far ahead. */
const RUNDOWNS_AHEAD = 14;

interface RundownFieldProps {
  today: LocalDate;
  /** Those in which it is read already. */
  held: ReadonlySet<string>;
  rundownId: string | null;
  onChange: (rundownId: string | null) => void;
}

export function RundownField({ today, held, rundownId, onChange }: RundownFieldProps) {
  const { t } = useTranslation('hoaxes');
  const { language } = useFormats();
  const to = dateOf(dayNumber(today) + RUNDOWNS_AHEAD);
  const lines = useQuery(orpc.rundowns.list.queryOptions({ input: { from: today, to } })).data ?? [];
  const running = lines.filter(({ show }) => show === null || show.rehearsal || show.state === 'onAir');
  const open = running.filter(({ rundown: { id } }) => !held.has(id)).toReversed();
  const none = running.length === 0 ? 'form.noRundown' : 'form.rundownHeld';
  return (
    <Select
      label={t('form.rundown')}
      description={t('form.rundownWords')}
      placeholder={t(open.length === 0 ? none : 'form.rundownNone')}
      searchable
      clearable
      disabled={open.length === 0}
      data={open.map(({ rundown: { id, name, date } }) => ({
        value: id,
        label: `${dateText(date, language)} · ${name}`,
      }))}
      value={rundownId}
      onChange={onChange}
    />
  );
}
