/** Keeps a day or a week of a display's bookings under a name. */
import { Button, Modal, SegmentedControl, Select, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LocalDate } from '../../../../../electron/contract/scalars';
import { client } from '../../../../client/client';
import { SheetFoot } from '../../../../ui';
import { DayField } from '../../../shared/DayField';
import { FaultPanel } from '../../../shared/FaultPanel';
import { useCommand } from '../../../shared/use-command';
import type { ScheduleData } from '../use-schedule-data';

interface SaveTemplateProps {
  data: ScheduleData;
  day: LocalDate;
  onClose: () => void;
}

export function SaveTemplate({ data, day: today, onClose }: SaveTemplateProps) {
  const { t } = useTranslation(['exchange', 'common']);
  const [name, setName] = useState('');
  const [displayId, setDisplayId] = useState(data.displays[0]?.display.id ?? '');
  const [day, setDay] = useState(today);
  const [span, setSpan] = useState<'day' | 'week'>('day');
  const save = useCommand({
    run: () => client.templates.save({ name, displayId, day, span }),
    done: (made) => t('template.saved', { name: made.name, count: made.bookings.length }),
    undo: true,
    onDone: onClose,
    onFault: () => {},
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate();
  };
  return (
    <Modal opened onClose={onClose} title={t('template.save')} closeButtonProps={{ 'aria-label': t('common:close') }}>
      <form onSubmit={submit}>
        <Stack gap="md">
          <TextInput
            label={t('template.name')}
            required
            maxLength={200}
            data-autofocus
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Select
            label={t('template.display')}
            searchable
            allowDeselect={false}
            data={data.displays.map(({ display }) => ({ value: display.id, label: display.name }))}
            value={displayId || null}
            onChange={(id) => id && setDisplayId(id)}
          />
          <SegmentedControl
            aria-label={t('template.span')}
            value={span}
            onChange={(value) => setSpan(value === 'week' ? 'week' : 'day')}
            data={[
              { value: 'day', label: t('template.spans.day') },
              { value: 'week', label: t('template.spans.week') },
            ]}
          />
          <DayField label={t(`template.of.${span}`)} value={day} onDay={(next) => next && setDay(next)} />
          <SheetFoot said={save.isError && <FaultPanel fault={save.error} />}>
            <Button type="submit" loading={save.isPending} disabled={name.trim() === '' || displayId === ''}>
              {t('template.keep')}
            </Button>
          </SheetFoot>
        </Stack>
      </form>
    </Modal>
  );
}
