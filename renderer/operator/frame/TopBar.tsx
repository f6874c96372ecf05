/** Now and wrong, always in sight: the station's clock, displays, jobs, alerts; taking over; then what belongs to the person. */
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import mark from '../../../resources/icons/mark.svg';
import { AlertsButton } from './AlertsButton';
import { DisplaysCount } from './DisplaysCount';
import css from './Frame.module.css';
import { JobsButton } from './JobsButton';
import { LockBadge } from './LockBadge';
import { CommandButton, LanguageButton, ThemeButton } from './LooksButtons';
import { OnAirState } from './OnAirState';
import { PersonMenu } from './PersonMenu';
import { StationClock } from './StationClock';
import { TakeoverButton } from './TakeoverButton';

export function TopBar() {
  const { t } = useTranslation('common');
  return (
    <header className={css.top}>
      <Link to="/" className={css.mark} aria-label={t('home')}>
        <img src={mark} width={28} height={28} alt="" />
        <span className={css.optional}>Suar</span>
      </Link>
      <StationClock />
      <OnAirState />
      <DisplaysCount />
      <JobsButton />
      <AlertsButton />
      <LockBadge />
      <div className={css.rest}>
        <TakeoverButton />
        <CommandButton />
        <LanguageButton />
        <ThemeButton />
        <PersonMenu />
      </div>
    </header>
  );
}
