/** The verdict at one place, its reasons, and a week of it as a strip. */
import { IconAlertTriangle, IconCheck, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { BenchCap, BenchSpells, Verdict } from '../../../../electron/contract/api/rules';
import type { Reason } from '../../../../electron/contract/scalars';
import { useFormats } from '../../../operator/i18n/formats';
import { reasonText } from '../../../operator/i18n/say';
import { TAGS } from '../../../operator/shared/date-text';
import desk from '../../shared/Desk.module.css';
import css from './Bench.module.css';

interface AnswerProps {
  name: string;
  verdict: Verdict;
  caps: readonly BenchCap[];
  spells: BenchSpells['spells'];
  /** Start of the week that is drawn. */
  from: number;
  at: number;
}

/** Supposed material has no name of its own. */
const named = ({ code, params }: Reason, name: string): Reason => ({
  code,
  params: params.name === '' ? { ...params, name } : params,
});

const DAY_MS = 86_400_000;
const WEEK_MS = 7 * DAY_MS;
const share = (ms: number) => `${((ms / WEEK_MS) * 100).toFixed(3)}%`;

export function Answer({ name, verdict, caps, spells, from, at }: AnswerProps) {
  const { t } = useTranslation('rules');
  return (
    <li className={css.answer} data-allowed={verdict.allowed}>
      <header>
        <h3>{name}</h3>
        <Said verdict={verdict} caps={caps} />
      </header>
      {verdict.because.length > 0 && (
        <ul>
          {verdict.because.map((because) => (
            <li key={`${because.ruleId} ${because.reason.code}`} data-effect={because.effect}>
              {reasonText(named(because.reason, t('bench.supposed')))}
            </li>
          ))}
        </ul>
      )}
      {caps.length > 0 && <Caps caps={caps} />}
      <WeekStrip {...{ name, spells, from, at }} />
    </li>
  );
}

/** What may air by the rules may still have nothing left of a cap there that day. */
function Said({ verdict: { allowed }, caps }: Pick<AnswerProps, 'verdict' | 'caps'>) {
  const { t } = useTranslation('rules');
  const spent = caps.find(({ left }) => left !== 'some');
  const isSpent = allowed && spent !== undefined;
  const Icon = isSpent ? IconAlertTriangle : allowed ? IconCheck : IconX;
  return (
    <span className={css.verdict} data-allowed={allowed} data-spent={isSpent || undefined}>
      <Icon size={16} aria-hidden="true" />
      {isSpent ? t(`bench.left.${spent.left}`) : t(allowed ? 'bench.allowed' : 'bench.refused')}
    </span>
  );
}

function Caps({ caps }: Pick<AnswerProps, 'caps'>) {
  const { t } = useTranslation('rules');
  return (
    <ul className={desk.muted} aria-label={t('bench.caps')}>
      {caps.flatMap(({ ruleId, rule, counts, part, aired, left, ...most }) =>
        (['plays', 'seconds'] as const).flatMap((unit) => {
          if (most[unit] === null) return [];
          const kind = left === 'unbooked' ? 'unbooked' : counts === 'station' && !part ? 'whole' : counts;
          const said = [t(`bench.cap.${kind}.${unit}`, { rule, [unit]: most[unit], part: part?.[unit] ?? 0 })];
          if (aired && aired.plays > 0) said.push(t(`bench.aired.${unit}`, { aired: Math.round(aired[unit]) }));
          if (left === 'used') said.push(t('bench.usedUp'));
          if (left === 'none' && counts === 'station') said.push(t('bench.elsewhere'));
          return [<li key={`${ruleId} ${unit}`}>{said.join(' ')}</li>];
        }),
      )}
    </ul>
  );
}

function WeekStrip({ name, spells, from, at }: Pick<AnswerProps, 'name' | 'spells' | 'from' | 'at'>) {
  const { t } = useTranslation('rules');
  const { language, zone, dateTime } = useFormats();
  const day = new Intl.DateTimeFormat(TAGS[language], { weekday: 'short', day: 'numeric', timeZone: zone });
  const refused = spells.filter(({ verdict }) => !verdict.allowed);
  const told = refused.map((spell) => `${dateTime(spell.from)} – ${dateTime(spell.until)}`).join('; ');
  return (
    <div
      className={css.week}
      role="img"
      aria-label={told === '' ? t('bench.weekFree', { name }) : t('bench.weekRefused', { name, told })}
    >
      <div className={css.weekBar}>
        {spells.map((spell) => (
          <i
            key={spell.from}
            data-allowed={spell.verdict.allowed}
            title={`${dateTime(spell.from)} – ${dateTime(spell.until)}`}
            style={{ left: share(spell.from - from), width: share(spell.until - spell.from) }}
          />
        ))}
        <em style={{ left: share(at - from) }} />
      </div>
      <div className={css.weekDays} aria-hidden="true">
        {[0, 1, 2, 3, 4, 5, 6].map((each) => (
          <span key={each}>{day.format(from + (each + 0.5) * DAY_MS)}</span>
        ))}
      </div>
    </div>
  );
}
