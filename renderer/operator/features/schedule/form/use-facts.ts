/** Fields of a booking in words: those its sentence is made of, and those it does not tell. */
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { orpc } from '../../../../client/client';
import { useFormats } from '../../../i18n/formats';
import { dateText, listText } from '../../../shared/date-text';
import type { FormValues } from './draft';

const FACTS = ['priority', 'purpose', 'agreementId', 'rule'] as const;
export type Fact = (typeof FACTS)[number] | 'how' | 'exceptions';

/** Those that the sentence does not tell and in which two forms differ. */
export const differingFacts = (a: FormValues, b: FormValues): Fact[] =>
  FACTS.filter((fact) => JSON.stringify(a[fact]) !== JSON.stringify(b[fact]));

export function useFacts(): (form: FormValues, fact: Fact) => string {
  const { t } = useTranslation('planning');
  const { language } = useFormats();
  const agreements = useQuery(orpc.planner.owners.queryOptions({ input: {} })).data?.agreements ?? [];
  const howText = ({ how }: FormValues): string => {
    switch (how.kind) {
      case 'rotation':
        return t('told.rotation');
      case 'slot':
        return how.every === 1
          ? t('told.everyLoop', { slot: how.slot })
          : t('told.slot', { slot: how.slot, every: how.every, first: how.first + 1 });
      case 'share':
        return t('told.share', { percent: how.percent });
      case 'frequency':
        return t('told.frequency', { plays: how.plays, per: t(`how.pers.${how.per}`) });
      case 'exact':
        return t('told.exact', { times: listText(how.times, language) });
      default:
        return how satisfies never;
    }
  };
  return (form, fact) => {
    switch (fact) {
      case 'how':
        return howText(form);
      case 'priority':
        return String(form.priority);
      case 'purpose':
        return t(`purpose.${form.purpose}`);
      case 'agreementId':
        return agreements.find(({ id }) => id === form.agreementId)?.number ?? t('agreement.none');
      case 'rule':
        return form.rule ?? t('days.kinds.week');
      case 'exceptions':
        return listText(
          form.exceptions.map((date) => dateText(date, language)),
          language,
        );
      default:
        return fact satisfies never;
    }
  };
}
