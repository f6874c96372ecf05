/** How far the cue has come, display by display, as it stands now. */
import { useTranslation } from 'react-i18next';
import type { PartId } from '../../../../electron/contract/records/part-id';
import { StatusDot } from '../../../ui';
import { useEditor } from '../context';
import { useCueText } from '../cue-text';
import css from './Detail.module.css';

export function CueStates({ itemId }: { itemId: PartId }) {
  const { t } = useTranslation('rundowns');
  const text = useCueText();
  const dots = useEditor().cues.get(itemId) ?? [];
  if (dots.length === 0) return null;
  return (
    <ul className={css.cueStates} aria-label={t('cue.states')}>
      {dots.map((dot) => (
        <li key={dot.key}>
          <StatusDot tone={dot.tone}>{text(dot)}</StatusDot>
        </li>
      ))}
    </ul>
  );
}
