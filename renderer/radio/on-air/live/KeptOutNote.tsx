/** What of an item will not be played, said before it is taken and while it is on: recalled, exempt, locked, against a rule. */
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { RundownItem } from '../../../../electron/contract/records/rundown-item';
import { reasonTexts } from '../../../operator/i18n/say';
import { type KeptOut, keptOutOf } from '../../spots/use-kept-out';
import css from './KeptOutNote.module.css';

export function KeptOutNote({ item, keptOut }: { item: RundownItem; keptOut: KeptOut }) {
  const { t } = useTranslation('onAir');
  const why = reasonTexts(keptOutOf(item, keptOut));
  if (why.length === 0) return null;
  return (
    <span className={css.note} title={why.join('\n')}>
      <IconAlertTriangle size={14} stroke={2} aria-hidden="true" />
      <span className="two-lines">
        {t('next.keptOut')} {why.join(' ')}
      </span>
    </span>
  );
}
