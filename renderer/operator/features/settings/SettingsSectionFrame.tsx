/** A section with its settings loaded, its fault shown, and a word where the person may only look. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Settings } from '../../../../electron/contract/records/settings';
import { RowSkeletons, Section } from '../../../ui';
import { FaultPanel } from '../../shared/FaultPanel';
import css from './Settings.module.css';
import type { SettingsForm } from './use-settings';

interface FrameProps {
  title: string;
  form: SettingsForm;
  children: (settings: Settings) => ReactNode;
}

export function SettingsSectionFrame({ title, form, children }: FrameProps) {
  const { t } = useTranslation(['settings', 'common']);
  return (
    <Section title={title}>
      <div className={css.form}>
        {!form.mayChange && <p className={css.muted}>{t('onlyAdministrators')}</p>}
        {form.settings ? children(form.settings) : waiting()}
      </div>
    </Section>
  );

  function waiting() {
    return form.fault ? <FaultPanel fault={form.fault} /> : <RowSkeletons label={t('common:loading')} rows={3} />;
  }
}
