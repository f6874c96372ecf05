/** Groups: displays that are booked together. */
import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DisplayGroup } from '../../../../electron/contract/records/display';
import { client, orpc } from '../../../client/client';
import { CardSkeletons, EmptyState } from '../../../ui';
import type { DisplayView } from '../../shared/display-health';
import { EditRemove } from '../../shared/EditRemove';
import { FaultPanel } from '../../shared/FaultPanel';
import { useCommand } from '../../shared/use-command';
import { useMe } from '../../shared/use-me';
import css from './Displays.module.css';
import { GroupForm } from './GroupForm';

export function Groups({ views, words }: { views: DisplayView[]; words: string }) {
  const { t } = useTranslation('displays');
  const { may } = useMe();
  const groups = useQuery(orpc.groups.list.queryOptions());
  const [editing, setEditing] = useState<DisplayGroup | 'new' | null>(null);
  if (groups.isError) return <FaultPanel fault={groups.error} onRetry={() => void groups.refetch()} />;
  if (!groups.data) return <CardSkeletons label={t('loading')} cards={3} height={120} />;
  const wanted = words.trim().toLowerCase();
  const add = may('displays') && (
    <Button variant="default" leftSection={<IconPlus size={16} aria-hidden="true" />} onClick={() => setEditing('new')}>
      {t('group.add')}
    </Button>
  );
  return (
    <>
      {groups.data.length === 0 ? (
        <EmptyState title={t('group.none')} actions={add}>
          {may('displays') && t('group.noneWords')}
        </EmptyState>
      ) : (
        <>
          <div style={{ marginBottom: 12 }}>{add}</div>
          <ul className={css.groups}>
            {groups.data
              .filter(({ name }) => name.toLowerCase().includes(wanted))
              .map((group) => (
                <Group key={group.id} group={group} views={views} onEdit={() => setEditing(group)} />
              ))}
          </ul>
        </>
      )}
      {editing && (
        <GroupForm views={views} {...(editing === 'new' ? {} : { group: editing })} onClose={() => setEditing(null)} />
      )}
    </>
  );
}

function Group({ group, views, onEdit }: { group: DisplayGroup; views: DisplayView[]; onEdit: () => void }) {
  const { t } = useTranslation('displays');
  const { may } = useMe();
  const remove = useCommand({
    run: () => client.groups.remove({ id: group.id }),
    done: () => t('group.removed', { name: group.name }),
    undo: true,
  });
  const members = views.filter(({ display }) => group.displayIds.includes(display.id));
  return (
    <li className={css.group}>
      <h2>{group.name}</h2>
      <span className={css.muted}>{t('group.count', { count: members.length })}</span>
      <ul className={css.members}>
        {members.map(({ display }) => (
          <li key={display.id} title={display.name}>
            {display.name}
          </li>
        ))}
      </ul>
      {may('displays') && (
        <div className={css.commands}>
          <EditRemove
            edit={{ words: t('edit'), run: onEdit }}
            remove={{ words: t('remove'), run: () => remove.mutate() }}
          />
        </div>
      )}
    </li>
  );
}
