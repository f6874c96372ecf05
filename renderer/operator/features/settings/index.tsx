/** Settings, in sections; each change is saved as it is made and can be undone. */
import { Link, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Permission } from '../../../../electron/contract/records/user';
import { Page } from '../../../ui';
import { useMe } from '../../shared/use-me';
import { AboutSection } from './AboutSection';
import { DefaultsSection } from './DefaultsSection';
import { HistorySection } from './HistorySection';
import { NetworkSection } from './NetworkSection';
import { QualitySection } from './quality/QualitySection';
import { SelfSection } from './SelfSection';
import css from './Settings.module.css';
import { StationSection } from './StationSection';
import { SECTIONS, type SettingsSection } from './search';
import { ToolsSection } from './ToolsSection';
import { UsersSection } from './UsersSection';

const NEEDS: Partial<Record<SettingsSection, Permission>> = { users: 'administer' };

export function SettingsScreen() {
  const { t } = useTranslation('settings');
  const { may } = useMe();
  const offered = SECTIONS.filter((section) => may(NEEDS[section] ?? 'read'));
  const asked = useSearch({ from: '/settings' }).section ?? 'station';
  const section = offered.includes(asked) ? asked : 'station';
  return (
    <Page title={t('title')}>
      <div className={css.layout} data-wide={section === 'quality' || undefined}>
        <nav className={css.nav} aria-label={t('sections')}>
          <ul>
            {offered.map((each) => (
              <li key={each}>
                <Link
                  to="/settings"
                  search={{ section: each }}
                  className={css.place}
                  data-open={each === section || undefined}
                >
                  {t(`section.${each}`)}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
        <div className={css.section}>{bodyOf(section)}</div>
      </div>
    </Page>
  );
}

function bodyOf(section: SettingsSection): ReactNode {
  switch (section) {
    case 'station':
      return <StationSection />;
    case 'defaults':
      return <DefaultsSection />;
    case 'quality':
      return <QualitySection />;
    case 'network':
      return <NetworkSection />;
    case 'users':
      return <UsersSection />;
    case 'self':
      return <SelfSection />;
    case 'tools':
      return <ToolsSection />;
    case 'history':
      return <HistorySection />;
    case 'about':
      return <AboutSection />;
    default:
      return section satisfies never;
  }
}
