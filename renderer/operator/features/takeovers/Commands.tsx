/** What can be done with a takeover that is not over: give it another end, or end it. */
import { Button, Group, Menu } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Takeover } from '../../../../electron/contract/records/takeover';
import { client } from '../../../client/client';
import { stationNow } from '../../../client/station-clock';
import { ConfirmTwice } from '../../../ui';
import { useFormats } from '../../i18n/formats';
import { useCommand } from '../../shared/use-command';
import { useMe } from '../../shared/use-me';
import { QUICK_MINUTES } from './sheet/draft';
import { stageOf } from './stage';

const MINUTE_MS = 60_000;

export function Commands({ takeover, className = '' }: { takeover: Takeover; className?: string | undefined }) {
  const { t } = useTranslation('takeovers');
  const { may } = useMe();
  const { id, name } = takeover;
  const end = useCommand({
    run: () => client.takeovers.end({ id }),
    done: () => t(planned ? 'done.cancelled' : 'done.ended', { name }),
  });
  const stage = stageOf(takeover, stationNow());
  const planned = stage === 'planned';
  if (stage === 'over' || !may('schedule')) return null;
  return (
    <Group gap={8} wrap="nowrap" className={className}>
      <ExtendMenu takeover={takeover} />
      <ConfirmTwice
        size="compact-md"
        label={t(planned ? 'cancel' : 'end')}
        confirmLabel={t(planned ? 'cancelSure' : 'endSure')}
        loading={end.isPending}
        onConfirm={() => end.mutate()}
      />
    </Group>
  );
}

function ExtendMenu({ takeover }: { takeover: Takeover }) {
  const { t } = useTranslation('takeovers');
  const formats = useFormats();
  const { id, rev, name, until } = takeover;
  const extend = useCommand({
    run: (next: number | null) => client.takeovers.extend({ id, rev, until: next }),
    done: (_saved, next) =>
      next === null ? t('done.open', { name }) : t('done.extended', { name, at: formats.dateTime(next) }),
    undo: true,
  });
  /** Counted from the end it has, else from now. */
  const after = (minutes: number) => (until ?? stationNow()) + minutes * MINUTE_MS;
  return (
    <Menu position="bottom-end" width={280}>
      <Menu.Target>
        <Button
          variant="default"
          size="compact-md"
          loading={extend.isPending}
          rightSection={<IconChevronDown size={14} aria-hidden="true" />}
        >
          {t(until === null ? 'setEnd' : 'extend')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {QUICK_MINUTES.map((minutes) => (
          <Menu.Item key={minutes} onClick={() => extend.mutate(after(minutes))}>
            {t(until === null ? 'endIn' : 'extendBy', { count: minutes, at: formats.timeShort(after(minutes)) })}
          </Menu.Item>
        ))}
        {until !== null && <Menu.Item onClick={() => extend.mutate(null)}>{t('keepOpen')}</Menu.Item>}
      </Menu.Dropdown>
    </Menu>
  );
}
