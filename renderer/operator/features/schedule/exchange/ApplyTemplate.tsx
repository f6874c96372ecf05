/** Books a template on other displays and dates: at once where nothing stands in the way, else after a look at what does. */
import { Button, Group, Modal, Select, Stack } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LocalDate } from '../../../../../electron/contract/scalars';
import { client, orpc } from '../../../../client/client';
import { SheetFoot } from '../../../../ui';
import { DayField } from '../../../shared/DayField';
import { FaultPanel } from '../../../shared/FaultPanel';
import { useCommand } from '../../../shared/use-command';
import { WhereField } from '../form/WhereField';
import type { ScheduleData } from '../use-schedule-data';
import { goodOf, leftOut, ReportTable } from './ReportTable';

interface ApplyTemplateProps {
  data: ScheduleData;
  day: LocalDate;
  onClose: () => void;
}

export function ApplyTemplate({ data, day, onClose }: ApplyTemplateProps) {
  const { t } = useTranslation(['exchange', 'common']);
  const templates = useQuery(orpc.templates.list.queryOptions()).data ?? [];
  const [chosen, setChosen] = useState<string | null>(null);
  const [where, setWhere] = useState<{ displayIds: string[]; groupIds: string[] }>({ displayIds: [], groupIds: [] });
  const [from, setFrom] = useState(day);
  const [to, setTo] = useState(day);
  /** A later start takes the end along: a template is mostly meant for days still to come. */
  const begin = (next: LocalDate) => {
    setFrom(next);
    setTo((last) => (last < next ? next : last));
  };
  const template = templates.find(({ id }) => id === chosen);
  const nowhere = where.displayIds.length + where.groupIds.length === 0;
  const [skip, setSkip] = useState(false);
  const asked = { id: chosen ?? '', ...where, from, to };
  const apply = useCommand({
    run: (leaveOut: number[]) => client.templates.apply({ ...asked, leaveOut }),
    done: ({ made }) => t('template.applied', { count: made }),
    undo: true,
    onDone: onClose,
    onFault: () => {},
  });
  const check = useMutation({
    mutationFn: (input: typeof asked) => client.templates.preview(input),
    onSuccess: ({ rows, notes }) => {
      if (notes.length === 0 && rows.every(({ verdict }) => verdict === 'fine')) apply.mutate([]);
    },
  });
  const isAsked = JSON.stringify(check.variables) === JSON.stringify(asked);
  const report = isAsked ? check.data : undefined;
  const refused = apply.error ?? (isAsked ? check.error : null);
  const remove = useCommand({
    run: (id: string) => client.templates.remove({ id }),
    done: () => t('template.removed'),
    undo: true,
    onDone: () => setChosen(null),
  });
  return (
    <Modal
      opened
      onClose={onClose}
      size={report && !check.isPending ? 860 : 'md'}
      title={t('template.apply')}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <Stack gap="md">
        <Select
          label={t('template.which')}
          placeholder={templates.length === 0 ? t('template.none') : undefined}
          searchable
          data={templates.map(({ id, name, span }) => ({
            value: id,
            label: `${name} (${t(`template.spans.${span}`)})`,
          }))}
          value={chosen}
          onChange={setChosen}
        />
        {template && (
          <p>
            {t('template.holds', { count: template.bookings.length, display: template.takenFrom.display })}
            {': '}
            {template.bookings.map(({ name }) => name).join(', ')}
          </p>
        )}
        <WhereField form={{ where }} data={data} faults={{}} onChange={(part) => setWhere(part.where)} />
        <Group grow>
          <DayField label={t('template.from')} value={from} onDay={(next) => next && begin(next)} />
          <DayField label={t('template.to')} value={to} minDate={from} onDay={(next) => next && setTo(next)} />
        </Group>
        {report && <ReportTable report={report} skip={skip} onSkip={setSkip} />}
        <SheetFoot said={refused !== null && <FaultPanel fault={refused} />}>
          <Button
            variant="default"
            mr="auto"
            disabled={!template}
            loading={remove.isPending}
            onClick={() => template && remove.mutate(template.id)}
          >
            {t('template.remove')}
          </Button>
          <Button
            disabled={!template || nowhere || (report && goodOf(report, skip) === 0)}
            loading={check.isPending || apply.isPending}
            onClick={() => (report ? apply.mutate(leftOut(report, skip)) : check.mutate(asked))}
          >
            {report ? t('import.go', { count: goodOf(report, skip) }) : t('template.go')}
          </Button>
        </SheetFoot>
      </Stack>
    </Modal>
  );
}
