/** A week of one place as a strip: free, refused by a rule, or with nothing left of a cap of the day; what is not free is named below it. */
import { useTranslation } from 'react-i18next';
import type { BenchSpells, CapLeft } from '../../../../electron/contract/api/rules';
import { useFormats } from '../../../operator/i18n/formats';
import { useWhen } from '../../../operator/i18n/use-when';
import { TAGS } from '../../../operator/shared/date-text';
import css from './Bench.module.css';

type Spell = BenchSpells['spells'][number];

/** In the order in which they are told. */
export const SPENT = ['used', 'none', 'unbooked'] as const satisfies readonly CapLeft[];

interface WeekStripProps {
  name: string;
  spells: readonly Spell[];
  /** Start of the week that is drawn. */
  from: number;
  at: number;
}

const DAY_MS = 86_400_000;
const WEEK_MS = 7 * DAY_MS;
const share = (ms: number) => `${((ms / WEEK_MS) * 100).toFixed(3)}%`;

type Kind = 'free' | 'refused' | (typeof SPENT)[number];

function kindOf({ verdict, left }: Spell): Kind {
  if (!verdict.allowed) return 'refused';
  return left === 'some' ? 'free' : left;
}

export function WeekStrip({ name, spells, from, at }: WeekStripProps) {
  const { t } = useTranslation('rules');
  const { language, zone } = useFormats();
  const { stretch } = useWhen();
  const day = new Intl.DateTimeFormat(TAGS[language], { weekday: 'short', day: 'numeric', timeZone: zone });
  const of = (kind: Kind) => spells.filter((spell) => kindOf(spell) === kind);
  const between = (spell: Spell) => stretch(spell.from, spell.until);
  const spent = SPENT.flatMap((kind) => {
    const days = [...new Set(of(kind).map((spell) => day.format(spell.from)))];
    if (days.length === 0) return [];
    const words = t(`bench.legend.${kind}`);
    return [{ kind, words: days.length < 7 ? t('bench.onDays', { words, days: days.join(', ') }) : words }];
  });
  const refused = of('refused');
  const legend = [
    ...(of('free').length > 0 ? [{ kind: 'free', words: t('bench.legend.free') }] : []),
    ...spent,
    ...(refused.length > 0 ? [{ kind: 'refused', words: t('bench.legend.refused') }] : []),
  ];
  const against = [
    ...(refused.length > 0 ? [t('bench.refusedThen', { told: refused.map(between).join('; ') })] : []),
    ...spent.map(({ words }) => words),
  ];
  const told =
    against.length > 0 ? t('bench.weekBut', { name, told: against.join('; ') }) : t('bench.weekFree', { name });
  return (
    <div className={css.week}>
      <div role="img" aria-label={told}>
        <div className={css.weekBar}>
          {spells.map((spell) => (
            <i
              key={spell.from}
              data-kind={kindOf(spell)}
              title={`${t(`bench.legend.${kindOf(spell)}`)}: ${between(spell)}`}
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
      {against.length > 0 && (
        <div className={css.legend} aria-hidden="true">
          {legend.map(({ kind, words }) => (
            <span key={kind}>
              <i data-kind={kind} />
              {words}
            </span>
          ))}
        </div>
      )}
    </div>
  );
}
