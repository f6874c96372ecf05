/** Reasons and failures in the reader's words. */
import i18next from 'i18next';
import type { FailureData } from '../../../electron/contract/failure';
import type { Reason } from '../../../electron/contract/scalars';
import { withoutEmptyBrackets } from '../../../electron/domain/empty-brackets';
import { failureOf } from '../../client/failure';
import type { ErrorText } from '../../ui/ErrorPanel';
import { dateText } from '../shared/date-text';
import { formatsNow } from './formats';

/** One sentence for a reason. A code without a sentence is shown as it is rather than hidden. */
export function reasonText(reason: Reason): string {
  const key = `reasons:${reason.code}`;
  // With its params: a sentence that counts has none without a number.
  if (i18next.exists(key, reason.params)) return withoutEmptyBrackets(i18next.t(key, withWords(reason.params)));
  return i18next.t('common:reason.unknown', { code: reason.code, params: paramsText(reason.params) });
}

/** Each different sentence once, in order. */
export function reasonTexts(reasons: readonly Reason[]): string[] {
  return [...new Set(reasons.map(reasonText))];
}

/** What happened, what was kept, what to do. */
export function failureText(data: FailureData): ErrorText {
  const say = (part: string) =>
    i18next.exists(`failures:${data.code}.${part}`, data.params)
      ? i18next.t(`failures:${data.code}.${part}`, data.params)
      : '';
  const happened = say('happened') || i18next.t('common:failure.unknown', { code: data.code });
  return { happened, kept: say('kept'), todo: say('todo'), details: reasonTexts(data.details) };
}

/** The same for whatever a call rejected with, also when the station did not answer at all. */
export function faultText(fault: unknown): ErrorText {
  const failure = failureOf(fault);
  if (failure) return failureText(failure);
  const kind = fault instanceof TypeError ? 'unreachable' : 'unexpected';
  const say = (part: string) => i18next.t(`common:failure.${kind}.${part}`);
  return { happened: say('happened'), kept: say('kept'), todo: say('todo'), details: [] };
}

/** Their sentences write these themselves, as a length of time. */
const SPANS: ReadonlySet<string> = new Set(['ms', 'room']);

/** Calendar days and fractions as the reader writes them. Whole numbers stay numbers: sentences count by them. */
function withWords(params: Reason['params']): Reason['params'] {
  const { language, number } = formatsNow();
  const said = (name: string, value: Reason['params'][string]) => {
    if (typeof value === 'number') return Number.isInteger(value) || SPANS.has(name) ? value : number(value, 2);
    return typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value) ? dateText(value, language) : value;
  };
  return Object.fromEntries(Object.entries(params).map(([name, value]) => [name, said(name, value)]));
}

function paramsText(params: Reason['params']): string {
  return Object.entries(params)
    .map(([name, value]) => `${name} ${value}`)
    .join(', ');
}
