/** A dot to a display that the item's cue means; whoever points at it reads which, and why. */
import { useTranslation } from 'react-i18next';
import { StatusDot } from '../../../ui';
import type { CueDot } from '../cue-dots';
import { useCueText } from '../cue-text';
import css from './List.module.css';

/** Of more only the first are drawn, those that want somebody before all others. */
const MOST = 4;

export function CueDots({ dots }: { dots: readonly CueDot[] }) {
  const { t } = useTranslation('rundowns');
  const text = useCueText();
  const words = dots.map(text).join('\n');
  const rank = ({ tone }: CueDot) => (tone === 'amber' ? 0 : 1);
  const shown = [...dots].sort((a, b) => rank(a) - rank(b)).slice(0, MOST);
  return (
    <span className={css.cues} role="img" aria-label={`${t('cue.title')}: ${words}`} title={words}>
      {shown.map(({ key, tone }) => (
        <StatusDot key={key} tone={tone}>
          {null}
        </StatusDot>
      ))}
      {dots.length > MOST && <span className={css.moreCues}>+{dots.length - MOST}</span>}
    </span>
  );
}
