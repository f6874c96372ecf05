/** Who comes onto the shortlist, found by words among however many there are: the best first where scores are open. */
import { MultiSelect } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ContestView } from '../../../electron/contract/api/contests';
import { client, orpc } from '../../client/client';
import { FaultPanel } from '../../operator/shared/FaultPanel';
import { useCommand } from '../../operator/shared/use-command';
import { ConfirmTwice } from '../../ui';
import css from './Contests.module.css';
import { useEntryWords } from './use-entry-words';

/** As many as a shortlist holds. */
export const MOST_CHOSEN = 200;
/** Offered at once; words find the rest. */
const OFFERED = 30;

export function Shortlist({ contest }: { contest: ContestView }) {
  const { t } = useTranslation('contests');
  const [chosen, setChosen] = useState<string[]>([]);
  const { id, rev, title } = contest;
  const save = useCommand({
    run: () => client.contests.shortlist({ id, rev, entryIds: chosen }),
    done: () => t('moved', { title, state: t('state.shortlisted') }),
    onFault: () => {},
  });
  return (
    <div className={css.choose}>
      <p className={css.muted}>{t(contest.scoresOpen ? 'shortlist.how' : 'shortlist.howEarly')}</p>
      <Choice contestId={id} chosen={chosen} onChosen={setChosen} />
      {save.error && <FaultPanel fault={save.error} />}
      <ConfirmTwice
        className={css.next ?? ''}
        disabled={chosen.length === 0}
        label={t('shortlist.set', { count: chosen.length })}
        confirmLabel={t('shortlist.sure')}
        onConfirm={() => save.mutate()}
      />
    </div>
  );
}

interface ChoiceProps {
  contestId: string;
  chosen: string[];
  onChosen: (ids: string[]) => void;
}

function Choice({ contestId, chosen, onChosen }: ChoiceProps) {
  const { t } = useTranslation('contests');
  const wordsOf = useEntryWords();
  const [words, setWords] = useState('');
  const search = useDeferredValue(words.trim());
  const asked = { contestId, state: 'valid', order: 'best', search, limit: OFFERED } as const;
  const found = useQuery({
    ...orpc.contests.entries.queryOptions({ input: asked }),
    placeholderData: keepPreviousData,
  });
  const offered = (found.data?.items ?? []).map((entry) => ({
    value: entry.id,
    label: `${entry.title}${wordsOf(entry)}`,
  }));
  // What was chosen keeps its name also when other words are looked for.
  const [named, setNamed] = useState<readonly { value: string; label: string }[]>([]);
  const others = named.filter(({ value }) => !offered.some((each) => each.value === value));
  const more = (found.data?.total ?? 0) - offered.length;
  return (
    <MultiSelect
      label={t('shortlist.label')}
      description={more > 0 ? t('shortlist.more', { count: more }) : undefined}
      placeholder={t('find')}
      searchable
      maxDropdownHeight={320}
      maxValues={MOST_CHOSEN}
      data={[...offered, ...others]}
      // The station has looked already.
      filter={({ options }) => options.filter((option) => !('value' in option) || isOffered(option.value))}
      nothingFoundMessage={t('noneFound')}
      searchValue={words}
      onSearchChange={setWords}
      value={chosen}
      onChange={(ids) => {
        setNamed([...offered, ...others].filter(({ value }) => ids.includes(value)));
        onChosen(ids);
      }}
    />
  );

  function isOffered(id: string): boolean {
    return offered.some(({ value }) => value === id);
  }
}
