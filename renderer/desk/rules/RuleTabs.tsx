/** The parts of the rules: each has an address of its own, so that a link from elsewhere opens the right one. */
import { Link, useLocation } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import css from '../shared/DeskTabs.module.css';

const PARTS = ['stages', 'rules', 'bench', 'locks'] as const;
export type Part = (typeof PARTS)[number];

/** The rules themselves where the address names no part. */
export function usePart(): Part {
  const { hash } = useLocation();
  return PARTS.find((part) => part === hash) ?? 'rules';
}

export function RuleTabs() {
  const { t } = useTranslation('rules');
  return (
    <nav className={css.tabs} aria-label={t('parts')}>
      {PARTS.map((part) => (
        <Link
          key={part}
          to="/rules"
          hash={part === 'rules' ? '' : part}
          activeOptions={{ exact: true, includeHash: true, includeSearch: false }}
        >
          {t(`part.${part}`)}
        </Link>
      ))}
      <Link to="/rules/fairness">{t('part.fairness')}</Link>
    </nav>
  );
}
