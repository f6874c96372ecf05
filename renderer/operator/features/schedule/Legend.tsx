/** Which colour and letter is whose; filler and slate by their hatch. */
import { useTranslation } from 'react-i18next';
import type { Colouring } from './colouring';
import { useOpenDraft } from './drafts/open-draft';
import css from './Schedule.module.css';

/** What was reported is filled, what is planned outlined; see `timeline/draw.ts`. */
const MANNERS = ['shown', 'planned', 'gap', 'amiss', 'silent'] as const;

interface LegendProps {
  colouring: Colouring;
  /** Also how what was shown is told from what is planned. */
  manners?: boolean;
}

export function Legend({ colouring, manners = true }: LegendProps) {
  const { t } = useTranslation('schedule');
  const told = [...(manners ? MANNERS : []), ...(useOpenDraft() ? (['drafted'] as const) : [])];
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, also by keyboard
    <ul className={css.legend} aria-label={t('legend.label')} tabIndex={0}>
      {colouring.families.map(({ id, name, colour, letter }) => (
        <li key={id ?? ''}>
          <span className={css.swatch} style={{ background: colour }} aria-hidden="true">
            {letter}
          </span>
          <span className="one-line" title={name ?? ''}>
            {name ?? t('legend.nobody')}
          </span>
        </li>
      ))}
      {manners && (
        <li>
          <span className={css.fillerSwatch} aria-hidden="true" />
          {t('legend.filler')}
        </li>
      )}
      {told.map((manner) => (
        <li key={manner}>
          <span className={css.mannerSwatch} data-manner={manner} aria-hidden="true" />
          {t(`legend.${manner}`)}
        </li>
      ))}
    </ul>
  );
}
