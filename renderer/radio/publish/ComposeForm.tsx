/** One episode or several, and what they are called. */
import { Button, SegmentedControl, Textarea, TextInput } from '@mantine/core';
import { IconScissors } from '@tabler/icons-react';
import type { FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { EpisodeOffer } from '../../../electron/contract/api/episodes';
import { speakersOf } from './first-words';
import css from './Publish.module.css';
import type { Compose } from './use-compose';

export function ComposeForm({ offer, compose }: { offer: EpisodeOffer; compose: Compose }) {
  const { t } = useTranslation('publish');
  const { chosen, mode, words, make } = compose;
  const ms = chosen.reduce((sum, { from, until }) => sum + until - from, 0);
  const unwilling = speakersOf(offer, chosen)
    .filter(({ consent }) => !consent)
    .map(({ name }) => name);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    make.mutate();
  };
  return (
    <form className={css.form} onSubmit={submit}>
      <SegmentedControl
        aria-label={t('as')}
        data={(['joined', 'each'] as const).map((value) => ({ value, label: t(value) }))}
        value={mode}
        onChange={(value) => compose.setMode(value === 'each' ? 'each' : 'joined')}
      />
      <p className={css.muted}>{t(mode === 'joined' ? 'joinedWords' : 'eachWords')}</p>
      {mode === 'joined' && (
        <TextInput
          label={t('titleLabel')}
          value={words.title}
          maxLength={200}
          required
          onChange={(event) => compose.write({ title: event.currentTarget.value })}
        />
      )}
      <Textarea
        label={t('description')}
        description={t('descriptionHow')}
        value={words.description}
        maxLength={10_000}
        autosize
        minRows={4}
        maxRows={10}
        onChange={(event) => compose.write({ description: event.currentTarget.value })}
      />
      {unwilling.length > 0 && <p className={css.warning}>{t('consent', { names: unwilling.join(', ') })}</p>}
      <div className={css.end}>
        <span className="tabular" aria-live="polite">
          {chosen.length === 0 ? t('noneChosen') : t('chosen', { count: chosen.length, ms })}
        </span>
        <Button
          type="submit"
          loading={make.isPending}
          disabled={chosen.length === 0 || (mode === 'joined' && !words.title.trim())}
          leftSection={<IconScissors size={16} stroke={1.75} aria-hidden="true" />}
        >
          {t('make')}
        </Button>
      </div>
    </form>
  );
}
