/** One line of the calendar: the term of an agreement, or the days of material. Where it is short its words stand beside it. */
import { Link } from '@tanstack/react-router';
import type { CSSProperties, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CalendarBar } from '../../../electron/contract/api/submissions';
import { dayNumber } from '../../../electron/domain/calendar';
import { useFormats } from '../../operator/i18n/formats';
import { dateText } from '../../operator/shared/date-text';
import { TallyLight } from '../../ui';
import { TONES } from '../shared/StandingMark';
import css from './Calendar.module.css';

/** Letters that go into a day where days are narrow. */
const LETTERS_A_DAY = 4;

interface Place {
  whole: CSSProperties;
  block: CSSProperties;
  words: CSSProperties;
  side: 'in' | 'after' | 'before';
}

function placeOf({ from, to }: CalendarBar, days: readonly string[], said: string): Place {
  const first = dayNumber(days[0] ?? from);
  const begin = Math.max(1, dayNumber(from) - first + 1);
  const end = Math.max(begin, Math.min(days.length, dayNumber(to) - first + 1)) + 1;
  const length = end - begin;
  const [before, after] = [begin - 1, days.length + 1 - end];
  const all = { gridColumn: '1 / -1' };
  // There is no other bar on its line: what does not go into it goes beside it, on the longer side.
  if (length * LETTERS_A_DAY >= said.length || length >= Math.max(before, after))
    return { whole: { gridColumn: `${begin} / ${end}` }, block: all, words: all, side: 'in' };
  if (after >= before)
    return {
      whole: { gridColumn: `${begin} / -1` },
      block: { gridColumn: `1 / ${length + 1}` },
      words: { gridColumn: `${length + 1} / -1` },
      side: 'after',
    };
  return {
    whole: { gridColumn: `1 / ${end}` },
    block: { gridColumn: `${begin} / ${end}` },
    words: { gridColumn: `1 / ${begin}` },
    side: 'before',
  };
}

export function Bar({ bar, days }: { bar: CalendarBar; days: readonly string[] }) {
  const { t } = useTranslation('submissions');
  const { language } = useFormats();
  const { standing, title } = bar;
  const term = t('calendar.term', { from: dateText(bar.from, language), to: dateText(bar.to, language) });
  const standingWord = standing ? ` · ${t(`standing.${standing}`)}` : '';
  const said =
    bar.kind === 'agreement' ? `${t('calendar.agreement', { number: title })} · ${term}` : `${title}${standingWord}`;
  const place = placeOf(bar, days, said);
  if (bar.kind === 'agreement')
    return (
      <div className={css.term} style={place.whole} data-side={place.side} title={said}>
        <Parts place={place}>{said}</Parts>
      </div>
    );
  return (
    <Link
      to="/submissions/$submissionId"
      params={{ submissionId: bar.id }}
      className={css.bar}
      style={place.whole}
      data-standing={standing ?? undefined}
      data-side={place.side}
      title={`${said}\n${term}`}
    >
      <Parts place={place} light={standing && <TallyLight tone={TONES[standing]} />}>
        {said}
      </Parts>
    </Link>
  );
}

function Parts({ place, light, children }: { place: Place; light?: ReactNode; children: string }) {
  return (
    <>
      <span className={css.block} style={place.block} />
      <span className={css.words} style={place.words}>
        {light}
        <span className="one-line">{children}</span>
      </span>
    </>
  );
}
