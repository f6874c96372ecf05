import { useTranslation } from 'react-i18next';
import type { EntryView } from '../../../electron/contract/api/contests';
import { useFormats } from '../../operator/i18n/formats';

/** What is said of an entry behind its title where one chooses among them: its category, and how it stands. */
export function useEntryWords(): (entry: EntryView) => string {
  const { t } = useTranslation('contests');
  const { number } = useFormats();
  return ({ category, standing }) =>
    [
      category,
      standing && standing.mean !== null && t('score.mean', { mean: number(standing.mean, 2) }),
      standing?.tied && t('score.tied'),
    ]
      .flatMap((part) => (part ? [` · ${part}`] : []))
      .join('');
}
