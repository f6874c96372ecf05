/** What will happen, in one sentence, for the person who is about to make it happen. */
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../../i18n/formats';
import { type TakeoverDraft, timesOf } from './draft';

/** @param count of the displays that are meant. @param now epoch ms of the station. */
export function useSentence(draft: TakeoverDraft, count: number, assetName: string, now: number, zone: string): string {
  const { t } = useTranslation('takeovers');
  const formats = useFormats();
  const { from, until } = timesOf(draft, now, zone);
  const what = {
    text: t(`sentence.text.${draft.tone}`, { title: draft.title.trim() }),
    asset: t('sentence.asset', { name: assetName }),
    page: t('sentence.page', { url: draft.url.trim() }),
  }[draft.kind];
  const where = t(draft.all ? 'sentence.all' : 'sentence.some', { count });
  return t(draft.test ? 'sentence.wholeTest' : 'sentence.whole', { start: start(), what, where, end: end() });

  function start(): string {
    return draft.long === 'planned' ? t('sentence.at', { at: formats.dateTime(from) }) : t('sentence.now');
  }
  function end(): string {
    if (until === null) return t('sentence.open');
    const minutes = Number(draft.long);
    if (Number.isNaN(minutes)) return t('sentence.until', { at: formats.dateTime(until) });
    return t('sentence.minutes', { count: minutes, at: `${formats.timeShort(until)} ${formats.zoneLabel}` });
  }
}
