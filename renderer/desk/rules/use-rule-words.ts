/** What a rule's sentence is made of: words of the language, and names of displays, groups and stages. */
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { stageNamed } from '../../../electron/domain/judge/stage-ref';
import { orpc } from '../../client/client';
import { useFormats } from '../../operator/i18n/formats';
import { dateText, TAGS, weekdayName } from '../../operator/shared/date-text';
import type { RuleWords } from './sentence';

export function useRuleWords(): RuleWords {
  const { t } = useTranslation('rules');
  const { language, span } = useFormats();
  const displays = useQuery(orpc.displays.list.queryOptions()).data;
  const groups = useQuery(orpc.groups.list.queryOptions()).data;
  const calendars = useQuery(orpc.stages.list.queryOptions()).data;
  return useMemo(() => {
    const tag = TAGS[language];
    const list = (type: 'conjunction' | 'disjunction') => new Intl.ListFormat(tag, { type });
    const [and, or] = [list('conjunction'), list('disjunction')];
    return {
      say: (key, params) => t(key, params ?? {}),
      all: (parts) => and.format(parts),
      any: (parts) => or.format(parts),
      date: (day) => dateText(day, language),
      span,
      weekday: (day) => weekdayName(day, language),
      display: (id) => displays?.find(({ display }) => display.id === id)?.display.name ?? t('gone'),
      group: (id) => groups?.find((group) => group.id === id)?.name ?? t('gone'),
      stage(ref) {
        const { calendar, stage } = stageNamed(ref, (calendarId) => calendars?.find(({ id }) => id === calendarId));
        return calendar && stage ? t('stageOf', { stage: stage.name, calendar: calendar.name }) : t('gone');
      },
    };
  }, [t, language, span, displays, groups, calendars]);
}
