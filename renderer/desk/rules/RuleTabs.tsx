/** The parts of the rules: each has an address of its own, so that a link from elsewhere opens the right one. */
import { Link, useLocation } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import css from '../shared/DeskTabs.module.css';

export const PARTS = ['stages', 'rules', 'bench', 'locks'] as const;
export type Part = (typeof PARTS)[number];

export function usePart(): Part {
  const { hash } = useLocation();
  return PARTS.find((part) => part === hash) ?? 'rules';
}

export function RuleTabs() {
  const { t } = useTranslation('rules');
  const { pathname, hash } = useLocation();
  const ofFairness = pathname.endsWith('/fairness');
  const open = PARTS.find((part) => part === hash) ?? 'rules';
  return (
    <nav className={css.tabs} aria-label={t('parts')}>
      {PARTS.map((part) => (
        <Link
          key={part}
          to="/rules"
          hash={part}
          aria-current={!ofFairness && part === open ? 'page' : undefined}
          activeProps={{ 'aria-current': !ofFairness && part === open ? 'page' : undefined }}
        >
          {t(`part.${part}`)}
        </Link>
      ))}
      <Link to="/rules/fairness">{t('part.fairness')}</Link>
    </nav>
  );
}
