import { useTranslation } from 'react-i18next';
import type { Rule } from '../../../../electron/contract/records/rule';
import { client } from '../../../client/client';
import { useCommand } from '../../../operator/shared/use-command';
import { isUndone } from './before-saving';

/** Takes a rule away. @param form what shows the fault and closes when it is done; without it a message says it */
export function useRemoval({ id, name, does }: Rule, form?: { onDone: () => void }) {
  const { t } = useTranslation('rules');
  return useCommand({
    run: () => client.rules.remove({ id }),
    done: () => t('removed', { name }),
    undo: isUndone({ does }),
    ...(form ? { ...form, onFault: () => {} } : {}),
  });
}
