import { useTranslation } from 'react-i18next';
import type { SubmissionView } from '../../../electron/contract/api/submissions';
import { client } from '../../client/client';
import { useCommand } from '../../operator/shared/use-command';

/** Puts the approved version in the place of those before it; taken back in the same message. */
export function useReplace({ submission }: SubmissionView) {
  const { t } = useTranslation('submissions');
  return useCommand({
    run: () => client.submissions.replaceBefore({ id: submission.id }),
    done: ({ moved, waits }) =>
      waits > 0 ? t('before.willReplace', { count: waits }) : t('before.replaced', { count: moved }),
    undo: true,
  });
}
