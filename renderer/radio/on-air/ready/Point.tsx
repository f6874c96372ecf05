import { useTranslation } from 'react-i18next';
import { elapsedText, overText } from '../../../client/air-text';
import { reasonTexts } from '../../../operator/i18n/say';
import { StatusDot } from '../../../ui';
import css from './Ready.module.css';
import type { Readiness } from './readiness';

/** As many as can be read at a glance. */
const MOST = 6;

/** One point of the list, with what it is about. */
export function Point({ point, ok, about, overMs, nameOf }: Readiness & { nameOf: (guestId: string) => string }) {
  const { t } = useTranslation(['onAir', 'rundowns']);
  const words = ok
    ? t(`ready.point.${point}.ok`)
    : t(`ready.point.${point}.bad`, { count: about.length, over: overText(overMs ?? 0) });
  const said = ({ id, title, ms, trouble, keptOut }: Readiness['about'][number]) => {
    if (point === 'guests') return nameOf(id);
    const name = title || t('next.untitled');
    if (trouble) return `${name}: ${t(`rundowns:trouble.${trouble}`)}`;
    if (keptOut) return `${name}: ${reasonTexts(keptOut).join(' ')}`;
    if (ms === null) return name;
    return t(ms > 0 ? 'ready.conflictOver' : 'ready.conflictUnder', {
      title: name,
      length: elapsedText(Math.abs(ms)),
    });
  };
  return (
    <li className={css.point}>
      <StatusDot tone={ok ? 'green' : 'amber'}>{words}</StatusDot>
      {about.length > 0 && (
        <ul className={css.about}>
          {about.slice(0, MOST).map((one) => (
            <li key={one.id}>{said(one)}</li>
          ))}
          {about.length > MOST && <li>{t('ready.more', { count: about.length - MOST })}</li>}
        </ul>
      )}
    </li>
  );
}
