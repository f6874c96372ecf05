/** The parts of the ILM desk, one link each; the one that is open is marked. */
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import css from './DeskTabs.module.css';

const PARTS = [
  { to: '/partners', word: 'tabs.partners' },
  { to: '/submissions', word: 'tabs.submissions' },
  { to: '/partners/calendar', word: 'tabs.calendar' },
  { to: '/cards', word: 'tabs.cards' },
  { to: '/hoaxes', word: 'tabs.hoaxes' },
  { to: '/contests', word: 'tabs.contests' },
  { to: '/requests', word: 'tabs.requests' },
  { to: '/recalls', word: 'tabs.recalls' },
] as const;

export function DeskTabs() {
  const { t } = useTranslation('partners');
  return (
    <nav className={css.tabs} aria-label={t('tabs.label')}>
      {PARTS.map(({ to, word }) => (
        <Link key={to} to={to} activeOptions={{ exact: to === '/partners', includeSearch: false }}>
          {t(word)}
        </Link>
      ))}
    </nav>
  );
}
