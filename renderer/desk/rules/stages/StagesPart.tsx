/** Calendars of stages, drawn over the months they take. */

import { Button, Group } from '@mantine/core';
import { IconCalendarEvent, IconCopy, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StageCalendar } from '../../../../electron/contract/records/rule';
import { DEFAULT_SETTINGS } from '../../../../electron/contract/records/settings-defaults';
import { stageRefOf } from '../../../../electron/domain/judge/stage-ref';
import { client, orpc } from '../../../client/client';
import { todayIn } from '../../../operator/shared/days';
import { EditRemove } from '../../../operator/shared/EditRemove';
import { FaultPanel } from '../../../operator/shared/FaultPanel';
import { useCommand } from '../../../operator/shared/use-command';
import { useMe } from '../../../operator/shared/use-me';
import { CardSkeletons, EmptyState } from '../../../ui';
import desk from '../../shared/Desk.module.css';
import { CopyForm } from './CopyForm';
import { StageChart } from './StageChart';
import { StageForm } from './StageForm';
import css from './Stages.module.css';

type Opened = { copy: true } | { form: StageCalendar | undefined };

export function StagesPart() {
  const { t } = useTranslation('rules');
  const { may } = useMe();
  const calendars = useQuery(orpc.stages.list.queryOptions());
  const rules = useQuery(orpc.rules.list.queryOptions()).data ?? [];
  const zone = useQuery(orpc.station.settings.queryOptions()).data?.zone ?? DEFAULT_SETTINGS.zone;
  const [seenAt] = useState(Date.now);
  const [opened, open] = useState<Opened | null>(null);
  const close = () => open(null);
  const remove = useCommand({
    run: ({ id }: StageCalendar) => client.stages.remove({ id }),
    done: (_, { name }) => t('stages.removed', { name }),
    undo: true,
  });
  const locked = new Set(
    rules.filter(({ does, active }) => active && does.kind === 'lock').flatMap(({ time }) => time.stages),
  );
  const commands = may('approve') && (
    <Group justify="flex-end">
      <Button
        variant="default"
        leftSection={<IconPlus size={16} aria-hidden="true" />}
        onClick={() => open({ form: undefined })}
      >
        {t('stages.add')}
      </Button>
      <Button leftSection={<IconCopy size={16} aria-hidden="true" />} onClick={() => open({ copy: true })}>
        {t('stages.copy')}
      </Button>
    </Group>
  );
  return (
    <>
      {calendars.error && <FaultPanel fault={calendars.error} onRetry={() => void calendars.refetch()} />}
      {calendars.isPending && <CardSkeletons label={t('loading')} cards={1} height={320} />}
      {calendars.data && calendars.data.length > 0 && commands}
      {calendars.data?.length === 0 && (
        <EmptyState icon={<IconCalendarEvent size={36} stroke={1.5} />} title={t('stages.none')} actions={commands}>
          {t('stages.noneWords')}
        </EmptyState>
      )}
      {calendars.data?.map((calendar) => (
        <section key={calendar.id} className={css.calendar} aria-label={calendar.name}>
          <header>
            <h2>{calendar.name}</h2>
            <p className={desk.muted}>{t('sourceOf', { source: calendar.source || t('noSource') })}</p>
            {may('approve') && (
              <div className={desk.commands}>
                <EditRemove
                  edit={{
                    words: t('change'),
                    label: t('editOf', { name: calendar.name }),
                    run: () => open({ form: calendar }),
                  }}
                  remove={{
                    words: t('remove'),
                    label: t('removeOf', { name: calendar.name }),
                    run: () => remove.mutate(calendar),
                  }}
                />
              </div>
            )}
          </header>
          <StageChart
            stages={calendar.stages}
            today={todayIn(zone, seenAt)}
            isLocked={(key) => locked.has(stageRefOf(calendar.id, key))}
          />
        </section>
      ))}
      {opened && 'copy' in opened && <CopyForm onClose={close} />}
      {opened && 'form' in opened && <StageForm calendar={opened.form} onClose={close} />}
    </>
  );
}
