/** Places that name the material, by kind. What is on now is marked as on air. */
import { useTranslation } from 'react-i18next';
import type { RecallTouch } from '../../../electron/contract/api/recalls';
import { StatusDot } from '../../ui';
import css from './Recalls.module.css';

export function Touches({ touches }: { touches: readonly RecallTouch[] }) {
  const { t } = useTranslation('recalls');
  if (touches.length === 0) return <p className={css.quiet}>{t('touches.none')}</p>;
  return (
    <ul className={css.touches}>
      {touches.map(({ kind, id, name, now }) => (
        <li key={`${kind} ${id}`}>
          <span className={css.kind}>{t(`touches.${kind}`)}</span>
          <span className={css.grow}>{name}</span>
          {now && <StatusDot tone="red">{t('touches.now')}</StatusDot>}
        </li>
      ))}
    </ul>
  );
}
