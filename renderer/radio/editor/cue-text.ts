/** A dot in words: the display, how far it has come, why not further. */
import { useTranslation } from 'react-i18next';
import { reasonText } from '../../operator/i18n/say';
import type { CueDot } from './cue-dots';

export function useCueText(): (dot: CueDot) => string {
  const { t } = useTranslation('rundowns');
  return ({ display, word, because }) => {
    const state = t(`cue.state.${word}`);
    const why = because.map(reasonText).join(' ');
    return [display === null ? state : `${display}: ${state}`, why].filter(Boolean).join('. ');
  };
}
