/** Who works here, and what they may do. */
import { Button, Table } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PublicUser } from '../../../../electron/contract/records/user';
import { orpc } from '../../../client/client';
import { RowSkeletons, Section, StatusDot } from '../../../ui';
import { FaultPanel } from '../../shared/FaultPanel';
import css from './Settings.module.css';
import { UserForm } from './UserForm';

export function UsersSection() {
  const { t } = useTranslation(['settings', 'common']);
  const users = useQuery(orpc.users.list.queryOptions());
  const [editing, setEditing] = useState<PublicUser | 'new' | null>(null);
  const add = (
    <Button size="compact-md" leftSection={<IconPlus size={16} aria-hidden="true" />} onClick={() => setEditing('new')}>
      {t('users.add')}
    </Button>
  );
  return (
    <Section title={t('section.users')} aside={add}>
      {users.isError && <FaultPanel fault={users.error} onRetry={() => void users.refetch()} />}
      {users.isPending && <RowSkeletons label={t('common:loading')} rows={3} />}
      {users.data && <UserTable users={users.data} onEdit={setEditing} />}
      <p className={`${css.words} ${css.muted}`} style={{ marginTop: 12 }}>
        {t('users.words')}
      </p>
      {editing && <UserForm {...(editing === 'new' ? {} : { user: editing })} onClose={() => setEditing(null)} />}
    </Section>
  );
}

function UserTable({ users, onEdit }: { users: PublicUser[]; onEdit: (user: PublicUser) => void }) {
  const { t } = useTranslation(['settings', 'common']);
  return (
    <Table.ScrollContainer minWidth={560} type="native">
      <Table verticalSpacing={10}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t('users.name')}</Table.Th>
            <Table.Th scope="col">{t('users.signInName')}</Table.Th>
            <Table.Th scope="col">{t('users.role')}</Table.Th>
            <Table.Th scope="col">{t('users.state')}</Table.Th>
            <Table.Th scope="col">
              <span className="unseen">{t('users.edit')}</span>
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {users.map((user) => (
            <Table.Tr key={user.id}>
              <Table.Td maw={240} className="any-word">
                {user.name}
              </Table.Td>
              <Table.Td>{user.signInName}</Table.Td>
              <Table.Td>{t(`common:role.${user.role}`)}</Table.Td>
              <Table.Td>
                <StatusDot tone={user.disabled ? 'grey' : 'green'}>
                  {t(user.disabled ? 'users.disabled' : 'users.active')}
                </StatusDot>
              </Table.Td>
              <Table.Td>
                <Button
                  size="compact-sm"
                  variant="default"
                  aria-label={t('users.editOf', { name: user.name })}
                  onClick={() => onEdit(user)}
                >
                  {t('users.edit')}
                </Button>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
