/** Bookings that were published otherwise since a draft began with them: both versions of each, and the choice. */
import { Button, Group, Modal, SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { client } from '../../../../client/client';
import { SheetFoot } from '../../../../ui';
import { useCommand } from '../../../shared/use-command';
import { formOf } from '../form/draft';
import { TwoVersions } from '../form/TwoVersions';
import css from '../Schedule.module.css';
import type { ScheduleData } from '../use-schedule-data';
import own from './Drafts.module.css';
import type { OpenDraft } from './open-draft';

type Keep = 'theirs' | 'mine';

interface SettleDialogProps {
  data: ScheduleData;
  draft: OpenDraft;
  onClose: () => void;
}

export function SettleDialog({ data, draft: { id, stale }, onClose }: SettleDialogProps) {
  const { t } = useTranslation('drafts');
  const [kept, setKept] = useState<Record<string, Keep>>({});
  const published = (bookingId: string) => data.published.find((booking) => booking.id === bookingId) ?? null;
  const settle = useCommand({
    run: () =>
      client.drafts.settle({
        id,
        choices: stale.map(({ bookingId }) => ({
          bookingId,
          rev: published(bookingId)?.rev ?? null,
          keep: kept[bookingId] ?? 'theirs',
        })),
      }),
    done: () => t('done.settled'),
    undo: true,
    onDone: onClose,
  });
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('settle.title')}
      size={860}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <p className={css.sentence}>{t('settle.words')}</p>
      {stale.map(({ bookingId, base, value }) => {
        const theirs = published(bookingId);
        const name = (value ?? theirs ?? base)?.name ?? '';
        return (
          <section key={bookingId} className={own.choice} aria-label={name}>
            <Group justify="space-between">
              <h3>{name}</h3>
              <SegmentedControl
                aria-label={t('settle.keep', { name })}
                value={kept[bookingId] ?? 'theirs'}
                onChange={(keep) => setKept((now) => ({ ...now, [bookingId]: keep === 'mine' ? 'mine' : 'theirs' }))}
                data={(['theirs', 'mine'] as const).map((keep) => ({ value: keep, label: t(`settle.${keep}`) }))}
              />
            </Group>
            <TwoVersions
              data={data}
              left={theirs && formOf(theirs)}
              right={value && formOf(value)}
              names={[t('settle.theirs'), t('settle.mine')]}
            />
          </section>
        );
      })}
      <SheetFoot isClose>
        <Button variant="default" onClick={onClose}>
          {t('settle.later')}
        </Button>
        <Button loading={settle.isPending} disabled={stale.length === 0} onClick={() => settle.mutate()}>
          {t('settle.save')}
        </Button>
      </SheetFoot>
    </Modal>
  );
}
