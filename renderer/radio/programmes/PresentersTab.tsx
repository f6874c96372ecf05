/** Who presents, and how fast each reads: as set by hand, as learnt on air, or the usual. */
import { ActionIcon, Button, Group, TextInput } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Presenter, type PresenterFields, USUAL_WPM } from '../../../electron/contract/records/programme';
import { rateOf } from '../../../electron/domain/rundown/reading';
import { client, orpc } from '../../client/client';
import { FaultPanel } from '../../operator/shared/FaultPanel';
import { NumberField } from '../../operator/shared/NumberField';
import { useCommand } from '../../operator/shared/use-command';
import { useNewestRev } from '../../operator/shared/use-newest-rev';
import { RowSkeletons } from '../../ui';
import { KeptText } from '../shared/KeptText';
import css from './Programmes.module.css';

export function PresentersTab({ editable }: { editable: boolean }) {
  const { t } = useTranslation('programmes');
  const presenters = useQuery(orpc.presenters.list.queryOptions());
  const [name, setName] = useState('');
  const add = useCommand({
    run: () => client.presenters.create({ name: name.trim(), wpm: null }),
    done: () => t('presenters.added', { name: name.trim() }),
    undo: true,
    onDone: () => setName(''),
  });
  return (
    <div className={css.form}>
      <p className={css.quiet}>{t('presenters.how', { usual: USUAL_WPM })}</p>
      {presenters.error && <FaultPanel fault={presenters.error} onRetry={() => void presenters.refetch()} />}
      {presenters.isPending && <RowSkeletons label={t('loading')} />}
      <ul className={css.presenters}>
        {presenters.data?.map((presenter) => (
          <PresenterLine key={presenter.id} presenter={presenter} editable={editable} />
        ))}
      </ul>
      {editable && (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (name.trim()) add.mutate();
          }}
        >
          <Group align="flex-end" gap={8}>
            <TextInput
              className={css.grow}
              label={t('presenters.new')}
              value={name}
              maxLength={200}
              onChange={({ currentTarget }) => setName(currentTarget.value)}
            />
            <Button type="submit" disabled={!name.trim()} loading={add.isPending}>
              {t('presenters.add')}
            </Button>
          </Group>
        </form>
      )}
    </div>
  );
}

function PresenterLine({ presenter, editable }: { presenter: Presenter; editable: boolean }) {
  const { t } = useTranslation('programmes');
  const rev = useNewestRev(presenter);
  const { id, name, wpm, learnt } = presenter;
  const save = useCommand({
    run: (change: { fields: Partial<PresenterFields>; forget?: boolean }) =>
      client.presenters.update({ id, rev: rev.current, fields: change.fields, forget: change.forget ?? false }),
    scope: `presenter ${id}`,
    onDone: (saved) => {
      rev.current = saved.rev;
    },
  });
  const remove = useCommand({
    run: () => client.presenters.remove({ id }),
    done: () => t('presenters.removed', { name }),
    undo: true,
  });
  const how = wpm !== null ? 'set' : rateOf(presenter) !== USUAL_WPM ? 'learnt' : 'usual';
  return (
    <li className={css.presenter}>
      <KeptText
        label={t('presenters.name')}
        value={name}
        maxLength={200}
        required
        disabled={!editable}
        onKeep={(next) => save.mutate({ fields: { name: next } })}
      />
      <NumberField
        label={t('presenters.wpm')}
        value={wpm}
        min={60}
        max={300}
        placeholder={String(rateOf(presenter))}
        disabled={!editable}
        onLeave={(next) => save.mutate({ fields: { wpm: next === null ? null : Math.min(300, Math.max(60, next)) } })}
      />
      <span className={css.rate}>
        {t(`presenters.${how}`, { rate: rateOf(presenter) })}
        {learnt.words > 0 && ` ${t('presenters.read', { words: learnt.words, length: learnt.ms })}`}
      </span>
      {editable && learnt.words > 0 && (
        <Button size="xs" variant="subtle" onClick={() => save.mutate({ fields: {}, forget: true })}>
          {t('presenters.forget')}
        </Button>
      )}
      {editable && (
        <ActionIcon aria-label={t('presenters.remove', { name })} onClick={() => remove.mutate()}>
          <IconTrash size={16} stroke={1.75} />
        </ActionIcon>
      )}
    </li>
  );
}
