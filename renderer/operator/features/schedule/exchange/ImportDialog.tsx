/** A file of bookings: what it would do, row by row, and then doing it. */
import { Button, FileInput, Modal, Stack } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportReport } from '../../../../../electron/contract/api/exchange';
import { sendSheet } from '../../../../client/sheets';
import { RowSkeletons, SheetFoot } from '../../../../ui';
import { FaultPanel } from '../../../shared/FaultPanel';
import { useCommand } from '../../../shared/use-command';
import { goodOf, leftOut, ReportTable } from './ReportTable';

export function ImportDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['exchange', 'common']);
  const [file, setFile] = useState<File | null>(null);
  const [skip, setSkip] = useState(false);
  const reading = useMutation<ImportReport, Error, File>({ mutationFn: (chosen) => sendSheet(chosen) });
  const carry = useCommand({
    run: ({ sheet, told }: { sheet: File; told: ImportReport }) => sendSheet(sheet, told.print, leftOut(told, skip)),
    done: ({ counts }) => t('import.done', { made: counts.create, changed: counts.change }),
    undo: true,
    onDone: onClose,
    onFault: () => {},
  });
  const choose = (chosen: File | null) => {
    setFile(chosen);
    carry.reset();
    if (chosen) reading.mutate(chosen);
    else reading.reset();
  };
  const report = reading.data;
  const good = report ? goodOf(report, skip) : 0;
  return (
    <Modal
      opened
      onClose={onClose}
      size={860}
      title={t('import.title')}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <Stack gap="md">
        <p>{t('import.words')}</p>
        <FileInput
          label={t('import.file')}
          placeholder={t('import.choose')}
          accept=".xlsx,.csv,text/csv"
          clearable
          clearButtonProps={{ 'aria-label': t('import.clear') }}
          value={file}
          onChange={choose}
        />
        {reading.isPending && <RowSkeletons label={t('import.reading')} rows={4} height={36} />}
        {reading.isError && <FaultPanel fault={reading.error} />}
        {report && (
          <>
            <p role="status">{t('import.counts', report.counts)}</p>
            <ReportTable report={report} skip={skip} onSkip={setSkip} />
          </>
        )}
        <SheetFoot said={carry.isError && <FaultPanel fault={carry.error} onRetry={() => file && choose(file)} />}>
          <Button variant="default" onClick={onClose}>
            {t('common:cancel')}
          </Button>
          <Button
            disabled={!file || !report || good === 0}
            loading={carry.isPending}
            onClick={() => file && report && carry.mutate({ sheet: file, told: report })}
          >
            {t('import.go', { count: good })}
          </Button>
        </SheetFoot>
      </Stack>
    </Modal>
  );
}
