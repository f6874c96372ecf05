/** Every version with what can be done to it. What a restoring had to leave out is named above. */
import { Button, Group, Table } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Restoring } from '../../../../../electron/contract/api/drafts';
import type { ScheduleVersion } from '../../../../../electron/contract/records/schedule-version';
import { client } from '../../../../client/client';
import { useFormats } from '../../../i18n/formats';
import { reasonText } from '../../../i18n/say';
import { useCommand } from '../../../shared/use-command';
import schedule from '../Schedule.module.css';
import css from './Drafts.module.css';
import { isAsItWas, RestoreVersion } from './RestoreVersion';

type LeftOut = Awaited<ReturnType<typeof client.versions.restore>>['leftOut'];

interface Asked {
  version: ScheduleVersion;
  told: Restoring;
}

interface VersionTableProps {
  versions: readonly ScheduleVersion[];
  editable: boolean;
  onCompare: (version: ScheduleVersion) => void;
}

export function VersionTable({ versions, editable, onCompare }: VersionTableProps) {
  const { t } = useTranslation('drafts');
  const { dateTime, number } = useFormats();
  const called = ({ reason, name }: ScheduleVersion) => t(`version.${reason}`, { name });
  const [leftOut, setLeftOut] = useState<LeftOut>([]);
  const [asked, setAsked] = useState<Asked | null>(null);
  const restore = useCommand({
    run: ({ id }: ScheduleVersion) => client.versions.restore({ id }),
    done: (_, version) => t('done.restored', { name: called(version) }),
    undo: true,
    onDone: (answer) => {
      setLeftOut(answer.leftOut);
      setAsked(null);
    },
  });
  const look = useCommand({
    run: ({ id }: ScheduleVersion) => client.versions.look({ id }),
    onDone: (told, version) => (isAsItWas(told) ? restore.mutate(version) : setAsked({ version, told })),
  });
  const remove = useCommand({
    run: ({ id }: ScheduleVersion) => client.versions.remove({ id }),
    done: (_, version) => t('done.removed', { name: called(version) }),
    undo: true,
  });
  if (asked) {
    const { told, version } = asked;
    return (
      <section className={css.restoring} aria-label={t('restoring.title', { name: called(version) })}>
        <h3>{t('restoring.title', { name: called(version) })}</h3>
        <RestoreVersion
          told={told}
          busy={restore.isPending}
          onRestore={() => restore.mutate(version)}
          onBack={() => setAsked(null)}
        />
      </section>
    );
  }
  if (versions.length === 0) return <p className={schedule.quiet}>{t('versions.none')}</p>;
  return (
    <>
      {leftOut.length > 0 && (
        <div className={schedule.stale} role="alert">
          <strong>{t('versions.leftOut')}</strong>
          <ul className={css.conflicts}>
            {leftOut.map(({ name, because }) => (
              <li key={name}>{reasonText(because)}</li>
            ))}
          </ul>
        </div>
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, also by keyboard */}
      <section className={css.table} aria-label={t('menu.versions')} tabIndex={0}>
        <Table stickyHeader verticalSpacing={6}>
          <Table.Thead>
            <Table.Tr>
              {(['version', 'at', 'by', 'bookings'] as const).map((column) => (
                <Table.Th key={column} className={column === 'bookings' ? css.number : ''}>
                  {t(`column.${column}`)}
                </Table.Th>
              ))}
              <Table.Th>
                <span className="unseen">{t('column.commands')}</span>
              </Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {versions.map((version) => (
              <Table.Tr key={version.id}>
                <Table.Td className={css.versionName}>{called(version)}</Table.Td>
                <Table.Td className="tabular">{dateTime(version.createdAt)}</Table.Td>
                <Table.Td>{version.createdBy}</Table.Td>
                <Table.Td className={`tabular ${css.number}`}>{number(version.bookings)}</Table.Td>
                <Table.Td>
                  <Group gap={6} wrap="nowrap" justify="flex-end">
                    <Button size="compact-sm" variant="default" onClick={() => onCompare(version)}>
                      {t('banner.compare')}
                    </Button>
                    {editable && (
                      <>
                        <Button
                          size="compact-sm"
                          variant="default"
                          disabled={restore.isPending || look.isPending}
                          onClick={() => look.mutate(version)}
                        >
                          {t('versions.restore')}
                        </Button>
                        <Button size="compact-sm" variant="subtle" color="gray" onClick={() => remove.mutate(version)}>
                          {t('versions.remove')}
                        </Button>
                      </>
                    )}
                  </Group>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </section>
    </>
  );
}
