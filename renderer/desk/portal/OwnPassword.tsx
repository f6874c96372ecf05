/** The password of the agency's own account. */
import { Modal, PasswordInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SHORTEST_PASSWORD } from '../../../electron/contract/records/user';
import { client } from '../../client/client';
import { FormEnd } from '../../operator/shared/FormEnd';
import { useCommand } from '../../operator/shared/use-command';
import { ruleOf } from '../../ui';
import css from './Portal.module.css';

export function OwnPassword({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['settings', 'common']);
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const change = useCommand({
    run: () => client.auth.setOwnPassword({ current, next }),
    done: () => t('settings:self.done'),
    onDone: onClose,
    onFault: () => {},
  });
  const weak = next !== '' && next.length < SHORTEST_PASSWORD;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (next.length >= SHORTEST_PASSWORD) change.mutate();
  };
  const eye = { 'aria-label': t('settings:self.show') };
  return (
    <Modal
      opened
      onClose={onClose}
      size={440}
      title={t('settings:self.change')}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <form onSubmit={submit} className={css.form}>
        <PasswordInput
          label={t('settings:self.current')}
          autoComplete="current-password"
          required
          data-autofocus
          visibilityToggleButtonProps={eye}
          value={current}
          onChange={(event) => setCurrent(event.currentTarget.value)}
        />
        <PasswordInput
          label={t('settings:self.next')}
          {...ruleOf(t('settings:users.passwordRule', { n: SHORTEST_PASSWORD }), weak)}
          autoComplete="new-password"
          required
          visibilityToggleButtonProps={eye}
          value={next}
          onChange={(event) => setNext(event.currentTarget.value)}
        />
        <FormEnd
          save={change}
          onCancel={onClose}
          label={t('settings:self.change')}
          disabled={next.length < SHORTEST_PASSWORD}
        />
      </form>
    </Modal>
  );
}
