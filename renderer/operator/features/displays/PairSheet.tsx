/** Pair a page: its six characters, and which display it is to be. */
import { Modal, Select, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { client, orpc } from '../../../client/client';
import type { DisplayView } from '../../shared/display-health';
import { FormEnd } from '../../shared/FormEnd';
import { useCommand } from '../../shared/use-command';
import { DisplayForm } from './DisplayForm';
import css from './Displays.module.css';

const CODE_LENGTH = 6;
const NEW = 'new';

/** As it stands on the panel, however it is typed or pasted. */
const codeIn = (text: string): string =>
  text
    .toUpperCase()
    .replaceAll(/[^A-Z0-9]/g, '')
    .slice(0, CODE_LENGTH);

interface PairSheetProps {
  code: string;
  views: DisplayView[];
  onClose: () => void;
}

export function PairSheet({ code: given, views, onClose }: PairSheetProps) {
  const { t } = useTranslation(['displays', 'common']);
  const opened = useSearch({ from: '/displays' }).id;
  const unpaired = views.find(({ display }) => display.pairedAt === null)?.display.id;
  const [code, setCode] = useState(codeIn(given));
  const [target, setTarget] = useState(opened ?? unpaired ?? NEW);
  const [making, setMaking] = useState(false);
  const page = useQuery(orpc.displays.pairings.queryOptions()).data?.find((waiting) => waiting.code === code);
  const pair = useCommand({
    run: (id: string) => client.displays.pair({ id, code }),
    done: ({ name }) => t('pair.done', { name }),
    onDone: onClose,
    onFault: (_fault, id) => setTarget(id),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (code.length !== CODE_LENGTH) return;
    if (target === NEW) setMaking(true);
    else pair.mutate(target);
  };
  if (making) {
    return (
      <DisplayForm
        {...(page ? { page: { width: page.width, height: page.height } } : {})}
        onClose={() => setMaking(false)}
        onSaved={({ id }) => pair.mutate(id)}
      />
    );
  }
  return (
    <Modal
      opened
      onClose={onClose}
      size={480}
      title={t('pair.title')}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <form onSubmit={submit} className={css.form}>
        <TextInput
          label={t('pair.codeLabel')}
          classNames={{ input: css.code ?? '' }}
          data-autofocus={given === '' || undefined}
          autoComplete="off"
          spellCheck={false}
          value={code}
          onChange={(event) => {
            setCode(codeIn(event.currentTarget.value));
            if (pair.isError) pair.reset();
          }}
        />
        <Select
          label={t('pair.target')}
          data-autofocus={given !== '' || undefined}
          allowDeselect={false}
          searchable
          data={[
            { value: NEW, label: t('pair.newDisplay') },
            ...views.map(({ display }) => ({ value: display.id, label: display.name })),
          ]}
          value={target}
          onChange={(id) => id && setTarget(id)}
        />
        {replaces() && <p className={css.muted}>{t('pair.replaces')}</p>}
        <FormEnd
          save={pair}
          onCancel={onClose}
          label={t(target === NEW ? 'pair.next' : 'pair.confirm')}
          disabled={code.length !== CODE_LENGTH}
        />
      </form>
    </Modal>
  );

  function replaces(): boolean {
    return views.some(({ display }) => display.id === target && display.pairedAt !== null);
  }
}
