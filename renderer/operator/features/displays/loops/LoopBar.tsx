/** A loop as its slots, to scale: colour and letter say for whom each is kept. */
import { useTranslation } from 'react-i18next';
import type { Slot } from '../../../../../electron/contract/records/loop-policy';
import css from './Loops.module.css';

export function LoopBar({ slots, label }: { slots: readonly Slot[]; label: string }) {
  const { t } = useTranslation('loops');
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a long loop scrolls, also by keyboard
    <ol className={css.bar} aria-label={label} tabIndex={0}>
      {slots.map(({ ms, purpose }, index) => (
        <li
          // biome-ignore lint/suspicious/noArrayIndexKey: a slot is its place in the loop
          key={index}
          className={css.slot}
          data-purpose={purpose}
          style={{ flexGrow: ms }}
          title={t('slotIs', { slot: index + 1, seconds: ms / 1000, purpose: t(`purpose.${purpose}`) })}
        >
          <span aria-hidden="true">{index + 1}</span>
          <strong>{t(`letter.${purpose}`)}</strong>
        </li>
      ))}
    </ol>
  );
}
