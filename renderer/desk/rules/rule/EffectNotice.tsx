/** What a change of the rules would keep off of what is booked, and what it would let air. */
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { RuleEffect } from '../../../../electron/contract/api/rules';
import desk from '../../shared/Desk.module.css';
import type { RuleWords } from '../sentence';
import { isFelt } from './before-saving';
import own from './RuleForm.module.css';

interface EffectNoticeProps {
  /** Null where the station could not count it. */
  effect: RuleEffect | null;
  /** The rule keeps things off and names neither what nor where. */
  aboutAll?: boolean;
  /** It is a lock that holds: what has no category is kept off with what it names, also what nobody booked, such as jingles. */
  locks?: boolean;
  words: RuleWords;
}

type Side = 'less' | 'more';

export function EffectNotice({ effect, aboutAll = false, locks = false, words }: EffectNoticeProps) {
  const { t } = useTranslation('rules');
  const isCalm = !isFelt(effect) && !aboutAll && !locks;
  return (
    <div className={own.effect} data-calm={isCalm || undefined} role="status">
      {isCalm ? <IconCheck size={18} aria-hidden="true" /> : <IconAlertTriangle size={18} aria-hidden="true" />}
      <div>
        {aboutAll && <p>{t('effect.all')}</p>}
        {effect === null && <p>{t('effect.unknown')}</p>}
        {effect && !isFelt(effect) && <p>{t('effect.none', { days: effect.days })}</p>}
        {effect && said(effect, 'less')}
        {effect && said(effect, 'more')}
        {locks && <p>{t('effect.lock')}</p>}
      </div>
    </div>
  );

  function said(told: RuleEffect, side: Side) {
    const { names } = told[side];
    return (
      <>
        {(['off', 'capped'] as const).map((kind) => (
          <p key={kind}>{lineOf(told, side, kind)}</p>
        ))}
        {names.length > 0 && <p className={desk.muted}>{namesOf(told[side])}</p>}
      </>
    );
  }

  function lineOf({ days, ...told }: RuleEffect, side: Side, kind: 'off' | 'capped'): string | null {
    const { clips, bookings } = told[side][kind];
    if (bookings === 0) return null;
    const counts = { clips: t('effect.clips', { count: clips }), bookings: t('effect.bookings', { count: bookings }) };
    return t(`effect.${side}.${kind}`, { days, ...counts });
  }

  function namesOf({ names, off, capped }: RuleEffect[Side]): string {
    const more = Math.max(off.bookings, capped.bookings) - names.length;
    return words.all(more > 0 ? [...names, t('effect.more', { count: more })] : names);
  }
}
