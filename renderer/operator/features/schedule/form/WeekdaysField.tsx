/** The days of the week, each a switch. */
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../../i18n/formats';
import { weekdayName } from '../../../shared/date-text';
import css from '../Schedule.module.css';
import { EVERY_DAY } from './draft';
import type { FieldProps } from './field';

export function WeekdaysField({ form, faults, onChange }: FieldProps) {
  const { t } = useTranslation('schedule');
  const { language } = useFormats();
  const flip = (day: number) => {
    const on = form.weekdays.includes(day);
    const next = on ? form.weekdays.filter((each) => each !== day) : [...form.weekdays, day];
    onChange({ weekdays: next.sort((a, b) => a - b) });
  };
  return (
    <div>
      <span className={css.fieldLabel} id="booking-days">
        {t('form.weekdays')}
      </span>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would draw its own frame */}
      <div role="group" aria-labelledby="booking-days" className={css.weekdays}>
        {EVERY_DAY.map((day) => (
          <button
            key={day}
            type="button"
            aria-pressed={form.weekdays.includes(day)}
            aria-label={weekdayName(day, language)}
            onClick={() => flip(day)}
          >
            {weekdayName(day, language, 'short')}
          </button>
        ))}
      </div>
      {faults.weekdays && (
        <p className={css.fieldFault} role="alert">
          {t('fault.weekdays')}
        </p>
      )}
    </div>
  );
}
