/** The password of the agency's own account. */
import { PasswordInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SHORTEST_PASSWORD } from '../../../electron/contract/records/user';
import { client } from '../../client/client';
import { useCommand } from '../../operator/shared/use-command';
import { ruleOf } from '../../ui';
import { FormSheet } from '../shared/FormSheet';
import css from './Portal.module.css';

export function OwnPassword({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('settings');
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const change = useCommand({
    run: () => client.auth.setOwnPassword({ current, next }),
    done: () => t('self.done'),
    onDone: onClose,
    onFault: () => {},
  });
  const weak = next !== '' && next.length < SHORTEST_PASSWORD;
  const submit = () => {
    if (next.length >= SHORTEST_PASSWORD) change.mutate();
  };
  const eye = { 'aria-label': t('self.show') };
  return (
    <FormSheet
      title={t('self.change')}
      size={440}
      className={css.form}
      save={change}
      onClose={onClose}
      onSubmit={submit}
      label={t('self.change')}
      disabled={next.length < SHORTEST_PASSWORD}
    >
      <PasswordInput
        label={t('self.current')}
        autoComplete="current-password"
        required
        data-autofocus
        visibilityToggleButtonProps={eye}
        value={current}
        onChange={(event) => setCurrent(event.currentTarget.value)}
      />
      <PasswordInput
        label={t('self.next')}
        {...ruleOf(t('users.passwordRule', { n: SHORTEST_PASSWORD }), weak)}
        autoComplete="new-password"
        required
        visibilityToggleButtonProps={eye}
        value={next}
        onChange={(event) => setNext(event.currentTarget.value)}
      />
    </FormSheet>
  );
}
