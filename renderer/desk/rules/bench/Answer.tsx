/** The verdict at one place, its reasons, and a week of it as a strip. */
import { Anchor } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconX } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { BenchAnswer, BenchCap, BenchSpells } from '../../../../electron/contract/api/rules';
import type { Reason } from '../../../../electron/contract/scalars';
import { reasonText } from '../../../operator/i18n/say';
import desk from '../../shared/Desk.module.css';
import css from './Bench.module.css';
import { SPENT, WeekStrip } from './WeekStrip';

interface AnswerProps {
  name: string;
  answer: BenchAnswer;
  /** Null of supposed material. */
  assetId: string | null;
  /** Of displays, as they are named. */
  displayName: (displayId: string) => string;
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

/** Above this, a list of names says less than their number. */
const MOST_NAMED = 4;

export function Answer({ name, answer, assetId, displayName, spells, from, at }: AnswerProps) {
  const { t } = useTranslation('rules');
  const { verdict, caps } = answer;
  return (
    <li className={css.answer} data-allowed={verdict.allowed}>
      <header>
        <h3>{name}</h3>
        <Said {...answer} />
      </header>
      {verdict.because.length > 0 && (
        <ul>
          {verdict.because.map((because) => (
            <li key={`${because.ruleId} ${because.reason.code}`} data-effect={because.effect}>
              {reasonText(named(because.reason, t('bench.supposed')))}
              {assetId !== null && because.reason.code === 'judge.unknownUnderLock' && (
                <>
                  {' '}
                  <Anchor
                    underline="always"
                    size="sm"
                    renderRoot={(props) => <Link to="/library" search={{ id: assetId }} {...props} />}
                  >
                    {t('bench.toLibrary')}
                  </Anchor>
                </>
              )}
            </li>
          ))}
        </ul>
      )}
      {verdict.allowed && <SpentAt spent={answer.spent} displayName={displayName} />}
      {caps.length > 0 && <Caps caps={caps} />}
      <WeekStrip {...{ name, spells, from, at }} />
    </li>
  );
}

/** What may air by the rules may still have nothing left of a cap there that day. */
function Said({ verdict: { allowed }, left }: Pick<BenchAnswer, 'verdict' | 'left'>) {
  const { t } = useTranslation('rules');
  const isSpent = allowed && left !== 'some';
  const Icon = isSpent ? IconAlertTriangle : allowed ? IconCheck : IconX;
  return (
    <span className={css.verdict} data-allowed={allowed} data-spent={isSpent || undefined}>
      <Icon size={16} aria-hidden="true" />
      {isSpent ? t(`bench.left.${left}`) : t(allowed ? 'bench.allowed' : 'bench.refused')}
    </span>
  );
}

/** Which displays a cap is against, the first few by name. */
function SpentAt({ spent, displayName }: Pick<BenchAnswer, 'spent'> & Pick<AnswerProps, 'displayName'>) {
  const { t } = useTranslation('rules');
  const kinds = SPENT.flatMap((kind) => {
    const ids = spent.flatMap(({ displayId, left }) => (left === kind ? [displayId] : []));
    return ids.length > 0 ? [{ kind, ids }] : [];
  });
  if (kinds.length === 0) return null;
  return (
    <ul>
      {kinds.map(({ kind, ids }) => {
        const places = ids.slice(0, MOST_NAMED).map(displayName).join(', ');
        const count = ids.length - MOST_NAMED;
        return (
          <li key={kind}>
            {t(`bench.spentAt.${kind}`, { places: count > 0 ? t('bench.andMore', { places, count }) : places })}
          </li>
        );
      })}
    </ul>
  );
}

function Caps({ caps }: { caps: readonly BenchCap[] }) {
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
