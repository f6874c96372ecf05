/** A new rundown: from a programme's template, a copy of another, empty, or from a file, which has a sheet of its own. */
import { Modal, SegmentedControl, Select, Stack, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RundownLine } from '../../../electron/contract/api/rundowns';
import type { LocalDate } from '../../../electron/contract/scalars';
import { client, orpc } from '../../client/client';
import { DayField } from '../../operator/shared/DayField';
import { FormEnd } from '../../operator/shared/FormEnd';
import { TimeField } from '../../operator/shared/TimeField';
import { useCommand } from '../../operator/shared/use-command';
import { LengthField } from '../shared/LengthField';
import { daysLater } from '../shared/week';
import css from './Rundowns.module.css';

export interface NewFrom {
  programmeId?: string;
  copyOf?: string;
  date?: LocalDate;
}

interface NewRundownProps {
  from: NewFrom;
  today: LocalDate;
  lines: readonly RundownLine[];
  /** To make it of a file instead. */
  onFile: (from: NewFrom) => void;
  onClose: () => void;
}

const WAYS = ['programme', 'copy', 'empty', 'file'] as const;
type Way = Exclude<(typeof WAYS)[number], 'file'>;
const HOUR_MS = 3_600_000;
const BACK_DAYS = 60;

export function NewRundown({ from, today, lines, onFile, onClose }: NewRundownProps) {
  const { t } = useTranslation(['rundowns', 'common']);
  const navigate = useNavigate();
  const programmes = useQuery(orpc.programmes.list.queryOptions()).data ?? [];
  const span = { from: daysLater(today, -BACK_DAYS), to: daysLater(today, BACK_DAYS) };
  const recent = useQuery(orpc.rundowns.list.queryOptions({ input: span })).data ?? lines;
  const [way, setWay] = useState<Way>(from.copyOf ? 'copy' : 'programme');
  const [date, setDate] = useState<LocalDate>(from.date ?? today);
  const [programmeId, setProgrammeId] = useState(from.programmeId ?? null);
  const [copyOf, setCopyOf] = useState(from.copyOf ?? null);
  const [fields, setFields] = useState({ name: '', startsAt: '09:00:00', lengthMs: HOUR_MS });
  const name = fields.name.trim();
  const chosen = programmeId ?? programmes[0]?.id ?? null;
  const make = useCommand({
    run: () => {
      if (way === 'copy') return client.rundowns.copy({ id: copyOf ?? '', date, ...(name ? { name } : {}) });
      if (way === 'programme')
        return client.rundowns.create({ programmeId: chosen, date, fields: name ? { name } : {} });
      return client.rundowns.create({ programmeId: null, date, fields: { ...fields, name } });
    },
    done: () => t('done.created'),
    undo: true,
    onDone: ({ id }) => void navigate({ to: '/rundowns/$rundownId', params: { rundownId: id } }),
    onFault: () => {},
  });
  const lacks = { programme: chosen === null, copy: copyOf === null, empty: name === '' }[way];
  return (
    <Modal opened onClose={onClose} title={t('new.title')} closeButtonProps={{ 'aria-label': t('common:close') }}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (!lacks) make.mutate();
        }}
      >
        <Stack gap={14}>
          <SegmentedControl
            fullWidth
            aria-label={t('new.way')}
            data={WAYS.map((value) => ({ value, label: t(`new.${value}`) }))}
            value={way}
            onChange={(value) =>
              value === 'file'
                ? onFile({ date, ...(way === 'programme' && chosen ? { programmeId: chosen } : {}) })
                : setWay(value as Way)
            }
          />
          {way === 'programme' && (
            <Select
              label={t('new.whichProgramme')}
              data={programmes.map((programme) => ({ value: programme.id, label: programme.name }))}
              value={chosen}
              description={programmes.length === 0 ? t('new.noProgrammes') : undefined}
              searchable
              onChange={setProgrammeId}
            />
          )}
          {way === 'copy' && (
            <Select
              label={t('new.whichRundown')}
              data={recent.map(({ rundown }) => ({ value: rundown.id, label: `${rundown.date} · ${rundown.name}` }))}
              value={copyOf}
              searchable
              nothingFoundMessage={t('common:nothingFound')}
              onChange={setCopyOf}
            />
          )}
          <div className={css.pair}>
            <DayField label={t('head.date')} value={date} onDay={(day) => day && setDate(day)} />
            {way === 'empty' && (
              <>
                <TimeField
                  label={t('head.start')}
                  seconds
                  value={fields.startsAt}
                  onTime={(startsAt) => setFields({ ...fields, startsAt })}
                />
                <LengthField
                  label={t('head.length')}
                  ms={fields.lengthMs}
                  zero={t('length.asksNothing')}
                  onLength={(lengthMs) => setFields({ ...fields, lengthMs })}
                />
              </>
            )}
          </div>
          <TextInput
            label={t('head.name')}
            description={way === 'empty' ? undefined : t('new.nameHow')}
            value={fields.name}
            maxLength={200}
            data-autofocus
            onChange={({ currentTarget }) => setFields({ ...fields, name: currentTarget.value })}
          />
          <FormEnd save={make} label={t('new.make')} disabled={lacks} onCancel={onClose} />
        </Stack>
      </form>
    </Modal>
  );
}
