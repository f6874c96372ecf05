/** Find, edit, pair, unpair and remove a display. */
import { Button } from '@mantine/core';
import { IconHandFinger, IconLink, IconPencil, IconTrash } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { client } from '../../../client/client';
import { ConfirmTwice } from '../../../ui';
import type { DisplayView } from '../../shared/display-health';
import { FaultPanel } from '../../shared/FaultPanel';
import { useCommand } from '../../shared/use-command';
import { useMe } from '../../shared/use-me';
import { DisplayForm } from './DisplayForm';
import css from './Displays.module.css';

export function DisplayCommands({ view, onGone }: { view: DisplayView; onGone: () => void }) {
  const { t } = useTranslation('displays');
  const { may } = useMe();
  const { display, status } = view;
  const { id, name } = display;
  const [editing, setEditing] = useState(false);
  const identify = useCommand({ run: () => client.displays.identify({ id }), done: () => t('identified', { name }) });
  const revoke = useCommand({ run: () => client.displays.revoke({ id }), done: () => t('revoked', { name }) });
  const remove = useCommand({
    run: () => client.displays.remove({ id }),
    done: () => t('removed', { name }),
    undo: true,
    onDone: onGone,
    onFault: () => {},
  });
  const answer = (
    <Button variant="default" renderRoot={(props) => <Link to="/proof" search={{ ask: id }} {...props} />}>
      {t('whatPlays')}
    </Button>
  );
  if (!may('displays')) return <div className={css.commands}>{answer}</div>;
  return (
    <div className={css.detail} style={{ gap: 8 }}>
      <div className={css.commands}>
        <Button
          leftSection={<IconHandFinger size={16} aria-hidden="true" />}
          variant="default"
          disabled={!status.connected}
          loading={identify.isPending}
          onClick={() => identify.mutate()}
        >
          {t('identify')}
        </Button>
        <Button
          leftSection={<IconPencil size={16} aria-hidden="true" />}
          variant="default"
          onClick={() => setEditing(true)}
        >
          {t('edit')}
        </Button>
        <Button
          leftSection={<IconLink size={16} aria-hidden="true" />}
          variant="default"
          renderRoot={(props) => <Link to="/displays" search={(old) => ({ ...old, pair: '' })} {...props} />}
        >
          {t(display.pairedAt === null ? 'pair.open' : 'pair.again')}
        </Button>
        {answer}
        {display.pairedAt !== null && (
          <ConfirmTwice
            label={t('revoke')}
            confirmLabel={t('revokeConfirm')}
            loading={revoke.isPending}
            onConfirm={() => revoke.mutate()}
          />
        )}
        <Button
          leftSection={<IconTrash size={16} aria-hidden="true" />}
          variant="default"
          loading={remove.isPending}
          onClick={() => remove.mutate()}
        >
          {t('remove')}
        </Button>
      </div>
      {remove.isError && <FaultPanel fault={remove.error} />}
      {editing && <DisplayForm display={display} onClose={() => setEditing(false)} />}
    </div>
  );
}
