/** The intake rules for whoever may not change them, and who may. */
import { useTranslation } from 'react-i18next';
import type { IntakeRules } from '../../../electron/contract/records/intake-rules';
import { mayDo, Role } from '../../../electron/contract/records/user';
import { useFormats } from '../../operator/i18n/formats';
import { listText } from '../../operator/shared/date-text';
import { ReadList } from '../shared/ReadList';
import css from './Submissions.module.css';

export const MEGABYTE = 1024 ** 2;
const KEEPERS = Role.options.filter((role) => mayDo(role, 'approve'));

export function IntakeRulesRead({ rules }: { rules: IntakeRules }) {
  const { t } = useTranslation(['submissions', 'common']);
  const { language, number } = useFormats();
  const roles = KEEPERS.map((role) => t(`common:role.${role}`));
  const rows = [
    { word: t('intake.fourEyes'), value: listText(rules.fourEyes, language) || t('intake.noCategory'), wide: true },
    { word: t('intake.mostMb'), value: number(Math.round(rules.mostBytes / MEGABYTE)) },
    { word: t('intake.reviewMonths'), value: number(rules.reviewMonths) },
  ];
  return (
    <div className={css.form}>
      <p className={css.note} role="note">
        {t('intake.readOnly', { roles: listText(roles, language) })}
      </p>
      <ReadList rows={rows} />
      <section aria-labelledby="intake-items">
        <h3 id="intake-items" className={css.subtitle}>
          {t('intake.items')}
        </h3>
        <ul className={css.points}>
          {rules.checklist.map(({ id, text, category, by }) => (
            <li key={id}>
              {text}
              <span className={css.muted}>
                {[category ?? t('intake.ofAll'), ...(by.kind === 'person' ? [] : [t('intake.auto')])].join(' · ')}
              </span>
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}
