import { Button, Menu } from '@mantine/core';
import { IconKey, IconKeyboard, IconLogout, IconUser } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { client, orpc } from '../../client/client';
import { useCommand } from '../shared/use-command';
import { useMe } from '../shared/use-me';
import css from './Frame.module.css';
import { openKeySheet } from './KeySheet';

/** Who is signed in, and what belongs to them. */
export function PersonMenu() {
  const { t } = useTranslation('common');
  const { user } = useMe();
  const queries = useQueryClient();
  const signOut = useCommand({
    run: () => client.auth.signOut(),
    onDone: () => {
      queries.clear();
      void queries.invalidateQueries({ queryKey: orpc.auth.status.key() });
      location.assign('/');
    },
  });
  if (!user) return null;
  return (
    <Menu position="bottom-end" width={240}>
      <Menu.Target>
        <Button
          variant="subtle"
          color="gray"
          size="compact-md"
          maw={180}
          leftSection={<IconUser size={16} stroke={1.75} aria-hidden="true" />}
          aria-label={t('topBar.person', { name: user.name })}
        >
          <span style={{ lineHeight: 1.4 }} className={`one-line ${css.optional}`}>
            {user.name}
          </span>
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<IconKey size={16} />}
          renderRoot={(props) => <Link to="/settings" search={{ section: 'self' }} {...props} />}
        >
          <span className="any-word">{t('topBar.personIs', { name: user.name, role: t(`role.${user.role}`) })}</span>
          <br />
          {t('topBar.ownPassword')}
        </Menu.Item>
        <Menu.Item leftSection={<IconKeyboard size={16} />} onClick={openKeySheet}>
          {t('keys.open')}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item leftSection={<IconLogout size={16} />} onClick={() => signOut.mutate()}>
          {t('topBar.signOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
