/** What the rule that is being written would keep off of what is booked. */
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { RuleEffect } from '../../../../electron/contract/api/rules';
import desk from '../../shared/Desk.module.css';
import type { RuleWords } from '../sentence';
import own from './RuleForm.module.css';

interface EffectNoticeProps {
  effect: RuleEffect | null;
  /** The rule keeps things off and names neither what nor where. */
  aboutAll: boolean;
  words: RuleWords;
}

export function EffectNotice({ effect, aboutAll, words }: EffectNoticeProps) {
  const { t } = useTranslation('rules');
  const lines = effect ? linesOf(effect) : [t('effect.unknown')];
  const isCalm = lines.length === 0 && !aboutAll;
  return (
    <div className={own.effect} data-calm={isCalm || undefined} role="status">
      {isCalm ? <IconCheck size={18} aria-hidden="true" /> : <IconAlertTriangle size={18} aria-hidden="true" />}
      <div>
        {aboutAll && <p>{t('effect.all')}</p>}
        {lines.map((line) => (
          <p key={line}>{line}</p>
        ))}
        {effect && lines.length === 0 && <p>{t('effect.none', { days: effect.days })}</p>}
        {effect && effect.names.length > 0 && <p className={desk.muted}>{namesOf(effect)}</p>}
      </div>
    </div>
  );

  function linesOf({ days, off, capped }: RuleEffect): string[] {
    const said = (kind: 'off' | 'capped', { clips, bookings }: RuleEffect['off']) =>
      bookings === 0
        ? []
        : [
            t(`effect.${kind}`, {
              days,
              clips: t('effect.clips', { count: clips }),
              bookings: t('effect.bookings', { count: bookings }),
            }),
          ];
    return [...said('off', off), ...said('capped', capped)];
  }

  function namesOf({ names, off, capped }: RuleEffect): string {
    const more = Math.max(off.bookings, capped.bookings) - names.length;
    return words.all(more > 0 ? [...names, t('effect.more', { count: more })] : names);
  }
}
