/** Kop surat: its lines, one below the other, the address, and how it stands at the head of a paper. */
import { Stack, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Letterhead, type Settings } from '../../../electron/contract/records/settings';
import { PartEnd } from './PartEnd';
import css from './RadioSettings.module.css';
import { useSave } from './use-radio-settings';

interface PartProps {
  settings: Settings;
  keep: (saved: Settings) => void;
}

interface Draft {
  text: string;
  address: string;
}

export function LetterheadForm({ settings, keep }: PartProps) {
  const { t } = useTranslation('radioSettings');
  // What is being written; null shows what is saved.
  const [draft, setDraft] = useState<Draft | null>(null);
  const save = useSave({ settings, keep, onDone: () => setDraft(null) });
  const { text, address } = draft ?? {
    text: settings.letterhead.lines.join('\n'),
    address: settings.letterhead.address,
  };
  const lines = linesOf(text);
  const read = Letterhead.safeParse({ lines, address });
  const change = (part: Partial<Draft>) => setDraft({ text, address, ...part });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (draft && read.success) save.mutate({ letterhead: read.data });
  };
  return (
    <form onSubmit={submit} aria-labelledby="letterhead" className={css.part}>
      <Stack gap={12}>
        <h3 id="letterhead" className={css.title}>
          {t('letterhead.title')}
        </h3>
        <div className={css.pair}>
          <div className={css.fields}>
            <Textarea
              label={t('letterhead.lines')}
              description={t('letterhead.linesHow')}
              placeholder={settings.stationName}
              rows={4}
              value={text}
              error={
                lines.length > 6 ? t('letterhead.tooMany') : lines.some((line) => line.length > 200) && t('tooLong')
              }
              onChange={({ currentTarget }) => change({ text: currentTarget.value })}
            />
            <TextInput
              label={t('letterhead.address')}
              description={t('letterhead.addressHow')}
              maxLength={500}
              value={address}
              onChange={({ currentTarget }) => change({ address: currentTarget.value })}
            />
          </div>
          <Head lines={lines.length > 0 ? lines : [settings.stationName]} address={address.trim()} />
        </div>
        <PartEnd save={save} changed={draft !== null} ready={read.success} onReset={() => setDraft(null)} />
      </Stack>
    </form>
  );
}

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** As papers draw it: the house last and largest, two rules below. */
function Head({ lines, address }: { lines: readonly string[]; address: string }) {
  const { t } = useTranslation('radioSettings');
  return (
    <figure className={css.paper} aria-label={t('letterhead.preview')}>
      {lines.map((line, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two lines may say the same
        <div key={at} className={css.line}>
          {line}
        </div>
      ))}
      {address && <div className={css.address}>{address}</div>}
      <div className={css.rules} />
    </figure>
  );
}
