/** What the draft would take before it is kept: plays a day, time in all, and who would lose by it. */
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../../i18n/formats';
import { dateText, listText } from '../../../shared/date-text';
import css from './Planning.module.css';
import type { CheckedForm } from './use-check';

const NAMED_AT_MOST = 3;

/** `radio`: it names the radio, whose breaks are filled rundown by rundown. */
export function TakesLine({ checked, pending, radio }: CheckedForm & { radio: boolean }) {
  const { t } = useTranslation('planning');
  const { number, span, language } = useFormats();
  if (!checked) return pending ? <p className={css.takes}>{t('takes.asking')}</p> : null;
  const { takes, looked } = checked;
  const { least, most, plays, displays } = takes;
  const a = least === most ? number(most) : `${number(least)}–${number(most)}`;
  const others = takes.others
    .slice(0, NAMED_AT_MOST)
    .map((other) => t('takes.other', { ...other, plays: number(other.plays) }));
  return (
    <div className={css.takes} data-pending={pending || undefined} role="status">
      <p className="tabular">
        {radio && t('takes.radio')}{' '}
        {most === 0
          ? !(radio && looked.ofDisplays === 0) && t('takes.none')
          : t(looked.exact ? 'takes.daily' : 'takes.about', { plays: a, total: number(plays), time: span(takes.ms) })}
        {displays.length > 1 && ` ${t('takes.displays', { count: displays.length })}`}
      </p>
      {others.length > 0 && <p>{t('takes.others', { names: listText(others, language) })}</p>}
      {looked.displays < looked.ofDisplays && (
        <p>{t('takes.someDisplays', { count: looked.displays, of: looked.ofDisplays })}</p>
      )}
      {looked.goesOn && looked.to && <p>{t('takes.goesOn', { day: dateText(looked.to, language) })}</p>}
    </div>
  );
}
