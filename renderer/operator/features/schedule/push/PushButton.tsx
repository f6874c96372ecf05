/** Compiles and pushes now, then shows display by display whether it arrived. */
import { Button, Modal } from '@mantine/core';
import { IconUpload } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { client, orpc } from '../../../../client/client';
import { StatusDot } from '../../../../ui';
import { useFormats } from '../../../i18n/formats';
import { reasonText } from '../../../i18n/say';
import { useCommand } from '../../../shared/use-command';
import css from '../Schedule.module.css';
import type { DisplayView } from '../timeline/Row';
import { arrivalOf } from './arrival';

export function PushButton() {
  const { t } = useTranslation(['schedule', 'common']);
  const [changed, setChanged] = useState<number | null>(null);
  const push = useCommand({ run: () => client.schedule.push(), onDone: (answer) => setChanged(answer.changed) });
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconUpload size={16} stroke={1.75} aria-hidden="true" />}
        loading={push.isPending}
        onClick={() => push.mutate()}
      >
        {t('push.now')}
      </Button>
      <Modal
        opened={changed !== null}
        onClose={() => setChanged(null)}
        title={t('push.title')}
        closeButtonProps={{ 'aria-label': t('common:close') }}
      >
        <p className={css.pushed}>{t('push.changed', { count: changed ?? 0 })}</p>
        <Arrivals />
      </Modal>
    </>
  );
}

function Arrivals() {
  const displays = useQuery(orpc.displays.list.queryOptions()).data ?? [];
  return (
    <ul className={css.arrivals}>
      {displays.map((view) => (
        <ArrivalRow key={view.display.id} view={view} />
      ))}
    </ul>
  );
}

function ArrivalRow({ view: { display, status } }: { view: DisplayView }) {
  const { t } = useTranslation('schedule');
  const formats = useFormats();
  const { state, tone } = arrivalOf(status);
  const { files, bytes } = status.missing;
  return (
    <li>
      <span className="any-word">{display.name}</span>
      <StatusDot tone={tone}>{t(`push.${state}`, { count: files, bytes: formats.bytes(bytes) })}</StatusDot>
      {status.notReady.map((reason) => (
        <span key={JSON.stringify(reason)} className={css.quiet}>
          {reasonText(reason)}
        </span>
      ))}
    </li>
  );
}
