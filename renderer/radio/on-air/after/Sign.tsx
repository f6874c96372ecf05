import { Textarea, TextInput } from '@mantine/core';
import { IconSignature } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Show } from '../../../../electron/contract/records/show';
import { client } from '../../../client/client';
import { useFormats } from '../../../operator/i18n/formats';
import { useCommand } from '../../../operator/shared/use-command';
import { useMe } from '../../../operator/shared/use-me';
import { ConfirmTwice } from '../../../ui';
import css from './After.module.css';

/** Who answers for the log. Signed once, it only reads. */
export function Sign({ show, maySign }: { show: Show; maySign: boolean }) {
  if (show.signature) return <Signed {...show.signature} />;
  return maySign ? <SignForm showId={show.id} /> : null;
}

function SignForm({ showId }: { showId: string }) {
  const { t } = useTranslation('onAir');
  const me = useMe().user?.name ?? '';
  const [name, setName] = useState(me);
  const [position, setPosition] = useState('');
  const [note, setNote] = useState('');
  const sign = useCommand({
    run: (signature: { name: string; position: string; note: string }) => client.shows.sign({ id: showId, signature }),
    done: () => t('sign.done'),
  });
  return (
    <>
      <p className={css.words}>{t('sign.words')}</p>
      <div className={css.form}>
        <TextInput
          label={t('sign.name')}
          value={name}
          maxLength={200}
          required
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <TextInput
          label={t('sign.position')}
          placeholder={t('sign.positionHint')}
          value={position}
          maxLength={200}
          onChange={(event) => setPosition(event.currentTarget.value)}
        />
        <Textarea
          className={css.wide}
          label={t('sign.note')}
          value={note}
          maxLength={5000}
          autosize
          minRows={2}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        <div className={css.wide}>
          <ConfirmTwice
            label={t('sign.sign')}
            confirmLabel={t('sign.confirm')}
            leftSection={<IconSignature size={18} aria-hidden="true" />}
            key={String(name.trim() === '')}
            disabled={!name.trim() || sign.isPending}
            onConfirm={() => sign.mutate({ name, position, note })}
          />
        </div>
      </div>
    </>
  );
}

function Signed({ name, position, at, note }: NonNullable<Show['signature']>) {
  const { t } = useTranslation('onAir');
  const formats = useFormats();
  return (
    <>
      <p className={css.signed}>
        <IconSignature size={24} stroke={1.75} aria-hidden="true" />
        {t(position ? 'sign.signed' : 'sign.signedPlain', { name, position })}
      </p>
      <p className={`tabular ${css.at}`}>{formats.dateTime(at)}</p>
      {note && <p className={css.note}>{note}</p>}
    </>
  );
}
