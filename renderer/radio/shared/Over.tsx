/** Over or under with its sign; on time in words. Never told by colour alone. */
import { useTranslation } from 'react-i18next';
import { signedDurationText } from '../../ui';
import css from './Shared.module.css';

export function Over({ ms, words = false }: { ms: number | null; words?: boolean }) {
  const { t } = useTranslation('rundowns');
  if (ms === null) return null;
  const rounded = Math.round(ms / 1000);
  const how = rounded > 0 ? 'over' : rounded < 0 ? 'under' : 'exact';
  const text = how === 'exact' ? t('over.exact') : signedDurationText(ms);
  return (
    <span className={`tabular ${css.over}`} data-how={how} title={t(`over.${how}`)}>
      {text}
      {how !== 'exact' && <span className={words ? undefined : 'unseen'}> {t(`over.${how}`)}</span>}
    </span>
  );
}
