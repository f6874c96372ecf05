/** Places that name the material, by kind. What is on now is marked as on air; of episodes, whether listeners can fetch them. */
import { useTranslation } from 'react-i18next';
import type { RecallTouch } from '../../../electron/contract/api/recalls';
import { StatusDot } from '../../ui';
import css from './Recalls.module.css';

/** `held`: the material is taken back. */
export function Touches({ touches, held = false }: { touches: readonly RecallTouch[]; held?: boolean }) {
  const { t } = useTranslation('recalls');
  if (touches.length === 0) return <p className={css.quiet}>{t('touches.none')}</p>;
  return (
    <>
      <ul className={css.touches}>
        {touches.map((touch) => (
          <li key={`${touch.kind} ${touch.id}`}>
            <span className={css.kind}>{t(`touches.${touch.kind}`)}</span>
            <span className={css.grow}>{touch.name}</span>
            <State touch={touch} held={held} />
          </li>
        ))}
      </ul>
      {touches.some(({ kind }) => kind === 'episode') && <p className={css.quiet}>{t('touches.copies')}</p>}
    </>
  );
}

function State({ touch: { kind, now }, held }: { touch: RecallTouch; held: boolean }) {
  const { t } = useTranslation('recalls');
  if (kind !== 'episode') return now && <StatusDot tone="red">{t('touches.now')}</StatusDot>;
  if (now) return <StatusDot tone="amber">{t('touches.heard')}</StatusDot>;
  return held && <StatusDot tone="grey">{t('touches.heldBack')}</StatusDot>;
}
