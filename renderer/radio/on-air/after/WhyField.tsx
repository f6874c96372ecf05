import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Step } from '../../../../electron/contract/records/show';
import { client } from '../../../client/client';
import { useCommand } from '../../../operator/shared/use-command';

/** Saved as it is left, or with Enter; what another person writes meanwhile comes in while nobody types here. */
export function WhyField({ step: { id, why, title } }: { step: Step }) {
  const { t } = useTranslation('onAir');
  const [draft, setDraft] = useState<string | null>(null);
  const explain = useCommand({
    run: (text: string) => client.shows.explain({ id, why: text }),
    onDone: () => setDraft(null),
  });
  const save = () => {
    if (draft === null) return;
    if (draft.trim() === why) setDraft(null);
    else explain.mutate(draft.trim());
  };
  return (
    <TextInput
      size="xs"
      aria-label={t('after.whyOf', { title })}
      placeholder={t('after.whyHint')}
      maxLength={1000}
      value={draft ?? why}
      onChange={(event) => setDraft(event.currentTarget.value)}
      onBlur={save}
      onKeyDown={(event) => event.key === 'Enter' && save()}
    />
  );
}
