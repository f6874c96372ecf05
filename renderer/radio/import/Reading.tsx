/** What the file holds, how it was understood, and what it becomes. */
import { Button } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LocalDate } from '../../../electron/contract/scalars';
import { reasonText } from '../../operator/i18n/say';
import { FaultPanel } from '../../operator/shared/FaultPanel';
import { useCommand } from '../../operator/shared/use-command';
import { RowSkeletons, SheetFoot } from '../../ui';
import type { NewFrom } from '../rundowns/NewRundown';
import { BecomesFields } from './BecomesFields';
import { MappingTable } from './MappingTable';
import { ReadAsFields } from './ReadAsFields';
import { RowsTable } from './RowsTable';
import { type Becomes, carryOut, nameOf, type Read, type ReadAs, readFile } from './send';

interface ReadingProps {
  file: File;
  from: NewFrom;
  today: LocalDate;
  onClose: () => void;
}

export function Reading({ file, from, today, onClose }: ReadingProps) {
  const { t } = useTranslation(['rundownImport', 'common']);
  const navigate = useNavigate();
  const [readAs, setReadAs] = useState<ReadAs>({ mapping: null, sheet: 1, skip: null });
  const [becomes, setBecomes] = useState<Becomes>({
    name: nameOf(file),
    date: from.date ?? today,
    programmeId: from.programmeId ?? null,
  });
  const reading = useQuery({
    queryKey: ['rundownFile', file.name, file.size, file.lastModified, readAs],
    queryFn: () => readFile(file, readAs, becomes),
    placeholderData: keepPreviousData,
    ...{ staleTime: Number.POSITIVE_INFINITY, gcTime: 0, retry: false },
  });
  const make = useCommand({
    run: (read: Read) => carryOut(file, readAs, becomes, read),
    done: ({ counts }) => t('done', { count: counts.items + counts.segments }),
    undo: true,
    onDone: ({ rundownId }) => {
      onClose();
      if (rundownId) void navigate({ to: '/rundowns/$rundownId', params: { rundownId } });
    },
    onFault: () => {},
  });
  const read = reading.data;
  const report = read?.report;
  const again = () => {
    make.reset();
    void reading.refetch();
  };
  const good = report ? report.counts.items + report.counts.segments : 0;
  const settled = read !== undefined && !reading.isFetching && !reading.isError;
  return (
    <>
      <ReadAsFields source={report?.source} readAs={readAs} onReadAs={setReadAs} />
      {reading.isPending && <RowSkeletons label={t('reading')} rows={4} height={36} />}
      {reading.isError && <FaultPanel fault={reading.error} onRetry={again} />}
      {report && !reading.isError && (
        <>
          {report.notes.map((note) => (
            <p key={JSON.stringify(note)}>{reasonText(note)}</p>
          ))}
          <MappingTable
            // As chosen, at once; the reading follows.
            columns={report.columns.map((column, at) => ({ ...column, field: readAs.mapping?.[at] ?? column.field }))}
            onMapping={(mapping) => setReadAs({ ...readAs, mapping })}
          />
          <RowsTable report={report} />
        </>
      )}
      <BecomesFields becomes={becomes} onBecomes={setBecomes} />
      <SheetFoot said={make.isError && <FaultPanel fault={make.error} onRetry={again} />}>
        <Button variant="default" onClick={onClose}>
          {t('common:cancel')}
        </Button>
        <Button
          disabled={!settled || good === 0 || becomes.name.trim() === ''}
          loading={make.isPending}
          onClick={() => read && make.mutate(read)}
        >
          {t('make', { count: good })}
        </Button>
      </SheetFoot>
    </>
  );
}
