/** What is being put together: chosen items, one file or several, and their words. What nobody touched follows the choice. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EpisodeOffer, OfferedItem } from '../../../electron/contract/api/episodes';
import type { EpisodeWords } from '../../../electron/contract/records/episode';
import { client } from '../../client/client';
import { useFormats } from '../../operator/i18n/formats';
import { useCommand } from '../../operator/shared/use-command';
import { dayText } from '../shared/day-text';
import { type Begun, wordsOfAll, wordsOfOne } from './first-words';

export type Mode = 'joined' | 'each';

export const isUsable = ({ because }: OfferedItem): boolean => because.length === 0;

export function useCompose(showId: string, offer: EpisodeOffer) {
  const { t } = useTranslation('publish');
  const formats = useFormats();
  // Null: as the station proposes.
  const [picked, setPicked] = useState<ReadonlySet<string> | null>(null);
  const [mode, setMode] = useState<Mode>('joined');
  const [written, setWritten] = useState<Partial<EpisodeWords>>({});
  const talk = offer.items.filter((item) => item.talk && isUsable(item)).map(({ stepId }) => stepId);
  const ids = picked ?? new Set(talk);
  const chosen = offer.items.filter((item) => isUsable(item) && ids.has(item.stepId));
  const begun: Begun = { offer, day: dayText(offer.date, formats), say: (key, params) => t(key, params ?? {}) };
  const words = { ...wordsOfAll(begun, mode === 'joined' ? chosen : []), ...written };
  const make = useCommand({
    run: () => client.episodes.make({ showId, episodes: wantedOf(begun, { chosen, mode, words }) }),
    done: ({ length: count }) => t('making', { count }),
    onDone: () => setWritten({}),
  });
  return {
    chosen,
    mode,
    words,
    make,
    setMode,
    choose: (stepIds: readonly string[]) => setPicked(new Set(stepIds)),
    chooseTalk: () => setPicked(null),
    write: (part: Partial<EpisodeWords>) => setWritten({ ...written, ...part }),
  };
}
export type Compose = ReturnType<typeof useCompose>;

interface Chosen {
  chosen: readonly OfferedItem[];
  mode: Mode;
  words: EpisodeWords;
}

function wantedOf(begun: Begun, { chosen, mode, words }: Chosen) {
  if (mode === 'joined') return [{ ...words, stepIds: chosen.map(({ stepId }) => stepId) }];
  return chosen.map((item) => ({
    title: wordsOfOne(begun, item).title,
    description: words.description,
    stepIds: [item.stepId],
  }));
}
