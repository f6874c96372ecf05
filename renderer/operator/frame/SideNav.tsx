import { Link, useLocation } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import css from './Frame.module.css';
import { belongsTo, PLACES } from './places';

/** Where one can go; the place one is in is marked, for eyes and for screen readers. */
export function SideNav() {
  const { t } = useTranslation('common');
  const path = useLocation({ select: ({ pathname }) => pathname });
  return (
    <nav className={css.nav} aria-label={t('nav.label')}>
      <ul>
        {PLACES.map(({ to, word, icon: Icon }) => (
          <li key={to}>
            <Link
              to={to}
              className={css.place}
              activeOptions={{ exact: to === '/', includeSearch: false }}
              aria-current={belongsTo(to, path) ? 'true' : undefined}
            >
              <Icon size={20} stroke={1.75} aria-hidden="true" />
              {t(word)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
