/** What a change would do, before and after, in words that a second person can judge it by. */
import { useTranslation } from 'react-i18next';
import type { LockChangeLine } from '../../../../electron/contract/api/lock-changes';
import type { RuleFields, Stage } from '../../../../electron/contract/records/rule';
import type { Reason } from '../../../../electron/contract/scalars';
import { useFormats } from '../../../operator/i18n/formats';
import { reasonText } from '../../../operator/i18n/say';
import { useWhen } from '../../../operator/i18n/use-when';
import { toInstant } from '../../../operator/shared/days';
import { datesOf, sentenceOf } from '../sentence';
import { useRuleWords } from '../use-rule-words';

export function ChangeLines({ lines, loosens }: { lines: readonly LockChangeLine[]; loosens: readonly Reason[] }) {
  const { t } = useTranslation('rules');
  const say = useLineWords();
  const locks = [...new Set(loosens.map(({ params }) => String(params?.rule ?? '')))].filter((name) => name !== '');
  return (
    <>
      <ul>
        {lines.map((line) => (
          <li key={JSON.stringify(line)}>{say(line)}</li>
        ))}
      </ul>
      <p>{locks.length > 0 ? t('changes.loosens', { locks: locks.join(', ') }) : loosens.map(reasonText).join(' ')}</p>
    </>
  );
}

const joined = (parts: readonly (string | false | null | undefined)[]) => parts.filter(Boolean).join(' · ');

function useLineWords(): (line: LockChangeLine) => string {
  const { t } = useTranslation('rules');
  const words = useRuleWords();
  const { zone } = useFormats();
  const { stretch } = useWhen();
  const none = t('changes.none');
  const lawOf = ({ validFrom, validTo }: RuleFields) => {
    const law = datesOf(validFrom, validTo, words);
    return law && t('lawOf', { law });
  };
  const rule = (fields: RuleFields | null) =>
    fields ? joined([sentenceOf(fields, words), lawOf(fields), !fields.active && t('off')]) : none;
  const standing = (fields: RuleFields) => joined([t(fields.active ? 'on' : 'off'), lawOf(fields)]);
  const stage = (of: Stage | null) =>
    of ? stretch(toInstant(of.from, '00:00:00', zone), toInstant(of.to, '24:00:00', zone)) : none;
  const list = (names: readonly string[]) => names.join(', ') || none;
  return (line) => {
    switch (line.kind) {
      case 'rule': {
        const { name, before, after } = line;
        const says = before && after && sentenceOf(before, words);
        // What it says stays: written twice, the one word that differs would be lost in it.
        if (says && says === sentenceOf(after, words) && standing(before) !== standing(after))
          return t('changes.sameWords', { name, says, before: standing(before), after: standing(after) });
        return t(after ? 'changes.line' : 'changes.removed', { name, before: rule(before), after: rule(after) });
      }
      case 'stage': {
        const [before, after] = [stage(line.before), stage(line.after)];
        return t(line.after ? 'changes.line' : 'changes.removed', { name: line.name, before, after });
      }
      case 'zone':
        return t('changes.line', { name: t('changes.zone'), before: line.before, after: line.after });
      case 'categories':
        return t('changes.categories', { added: list(line.added), removed: list(line.removed) });
      case 'group':
        return t('changes.group', { name: line.name, leaving: list(line.leaving) });
      case 'approval':
        return t('changes.approval', { name: line.name, category: line.category });
      case 'joins':
        return t('changes.joins', { name: line.name, entering: list(line.entering) });
      case 'agencyKind': {
        const [before, after] = [line.before, line.after].map((kind) => (kind ? t(`agencyKind.${kind}`) : none));
        return t('changes.line', { name: line.name, before, after });
      }
      case 'category':
      case 'agency':
      case 'place':
        return t('changes.line', { name: line.name, before: line.before || none, after: line.after || none });
      default:
        return line satisfies never;
    }
  };
}
