import { Button, Group, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { client } from '../../../client/client';
import { useCommand } from '../../../operator/shared/use-command';
import css from './Calls.module.css';

const EMPTY = { caller: '', topic: '', line: '', note: '' };
const LONGEST = { caller: 100, topic: 300, line: 50, note: 1000 } as const;

interface AddCallProps {
  rundownId: string;
  onFault: (fault: unknown) => void;
  onEnd: () => void;
}

/** Takes a caller down. Stays open, for the next one rings already, and has the keyboard from when it opens. */
export function AddCall({ rundownId, onFault, onEnd }: AddCallProps) {
  const { t } = useTranslation('onAir');
  const [fields, setFields] = useState(EMPTY);
  const add = useCommand({
    run: (call: typeof EMPTY) => client.rundowns.addCall({ id: rundownId, ...call }),
    onFault,
    onDone: () => setFields((now) => ({ ...EMPTY, line: now.line })),
  });
  const bind = (name: keyof typeof EMPTY) => ({
    size: 'xs' as const,
    label: t(`calls.${name}`),
    value: fields[name],
    maxLength: LONGEST[name],
    onChange: (event: { currentTarget: { value: string } }) =>
      setFields({ ...fields, [name]: event.currentTarget.value }),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (fields.caller.trim()) add.mutate(fields);
  };
  return (
    <form className={css.form} onSubmit={submit}>
      <div className={css.pair}>
        <TextInput {...bind('caller')} data-autofocus required />
        <TextInput {...bind('line')} placeholder={t('calls.lineHint')} />
      </div>
      <TextInput {...bind('topic')} />
      <TextInput {...bind('note')} />
      <Group gap={8}>
        <Button size="compact-sm" type="submit" loading={add.isPending} disabled={!fields.caller.trim()}>
          {t('calls.save')}
        </Button>
        <Button size="compact-sm" variant="default" onClick={onEnd}>
          {t('calls.cancel')}
        </Button>
      </Group>
    </form>
  );
}
