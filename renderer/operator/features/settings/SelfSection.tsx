/** One's own password. */
import { Button, PasswordInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { client } from '../../../client/client';
import { ruleOf, Section } from '../../../ui';
import { FaultPanel } from '../../shared/FaultPanel';
import { useCommand } from '../../shared/use-command';
import { useMe } from '../../shared/use-me';
import css from './Settings.module.css';
import { SHORTEST_PASSWORD } from './UserForm';

export function SelfSection() {
  const { t } = useTranslation('settings');
  const { user } = useMe();
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const change = useCommand({
    run: () => client.auth.setOwnPassword({ current: user?.hasPassword ? current : null, next }),
    done: () => t('self.done'),
    onDone: () => {
      setCurrent('');
      setNext('');
    },
    onFault: () => {},
  });
  const tooShort = next !== '' && next.length < SHORTEST_PASSWORD;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (next.length >= SHORTEST_PASSWORD) change.mutate();
  };
  const eye = { 'aria-label': t('self.show') };
  return (
    <Section title={t('section.self')}>
      <form onSubmit={submit} className={css.form}>
        <p className={css.muted}>{t(user?.hasPassword ? 'self.words' : 'self.first')}</p>
        {user?.hasPassword && (
          <PasswordInput
            label={t('self.current')}
            autoComplete="current-password"
            required
            visibilityToggleButtonProps={eye}
            value={current}
            onChange={(event) => setCurrent(event.currentTarget.value)}
          />
        )}
        <PasswordInput
          label={t('self.next')}
          {...ruleOf(t('users.passwordRule', { n: SHORTEST_PASSWORD }), tooShort)}
          autoComplete="new-password"
          required
          visibilityToggleButtonProps={eye}
          value={next}
          onChange={(event) => setNext(event.currentTarget.value)}
        />
        {change.isError && <FaultPanel fault={change.error} />}
        <Button type="submit" loading={change.isPending} style={{ alignSelf: 'flex-start' }}>
          {t('self.change')}
        </Button>
      </form>
    </Section>
  );
}
