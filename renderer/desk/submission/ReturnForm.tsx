/** Sends it back, or takes it back, with a reason and remarks at moments of the material. */
import { ActionIcon, Button, Checkbox, NumberInput, Textarea, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SubmissionView } from '../../../electron/contract/api/submissions';
import type { Mark } from '../../../electron/contract/records/submission';
import { newId } from '../../../electron/contract/ulid';
import { client } from '../../client/client';
import { useCommand } from '../../operator/shared/use-command';
import { useMe } from '../../operator/shared/use-me';
import { FormSheet } from '../shared/FormSheet';
import css from './Submission.module.css';

interface ReturnFormProps {
  view: SubmissionView;
  kind: 'return' | 'withdraw';
  onClose: () => void;
}

type Draft = Mark & { key: string };

export function ReturnForm({ view, kind, onClose }: ReturnFormProps) {
  const { t } = useTranslation('submissions');
  const { may } = useMe();
  const before = view.onAirBefore;
  // Remarks are about moments of what was seen.
  const [{ id, rev, title }] = useState(view.submission);
  const [reason, setReason] = useState('');
  const [stopAiring, stop] = useState(false);
  const [drafts, setDrafts] = useState<Draft[]>([]);
  const change = (key: string, part: Partial<Mark>) =>
    setDrafts((old) => old.map((draft) => (draft.key === key ? { ...draft, ...part } : draft)));
  const marks = drafts.filter(({ text }) => text.trim() !== '').map(({ atMs, text }) => ({ atMs, text }));
  const save = useCommand({
    run: () =>
      kind === 'return'
        ? client.submissions.return({ id, rev, reason, marks, stopAiring })
        : client.submissions.withdraw({ id, rev, reason }),
    done: () => t('stepDone', { title, step: t(`step.${kind}`) }),
    onDone: onClose,
    onFault: () => {},
  });
  const submit = () => save.mutate();
  return (
    <FormSheet
      title={t(kind === 'return' ? 'returnTitle' : 'withdraw')}
      size={560}
      className={css.form}
      save={save}
      onClose={onClose}
      onSubmit={submit}
      label={t(kind)}
      disabled={kind === 'return' && reason.trim() === ''}
    >
      <Textarea
        label={t('reason')}
        required={kind === 'return'}
        data-autofocus
        autosize
        minRows={3}
        maxLength={2000}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      {kind === 'return' &&
        drafts.map(({ key, atMs, text }) => (
          <div key={key} className={css.mark}>
            <NumberInput
              w={110}
              label={t('markAt')}
              min={0}
              decimalScale={1}
              value={atMs / 1000}
              onChange={(value) => change(key, { atMs: Math.max(0, Math.round(Number(value) * 1000) || 0) })}
            />
            <TextInput
              style={{ flex: 1 }}
              label={t('mark')}
              maxLength={500}
              value={text}
              onChange={(event) => change(key, { text: event.currentTarget.value })}
            />
            <ActionIcon
              aria-label={t('removeMark')}
              onClick={() => setDrafts((old) => old.filter((draft) => draft.key !== key))}
            >
              <IconTrash size={16} aria-hidden="true" />
            </ActionIcon>
          </div>
        ))}
      {kind === 'return' && (
        <Button
          variant="default"
          leftSection={<IconPlus size={16} aria-hidden="true" />}
          onClick={() => setDrafts((old) => [...old, { key: newId(), atMs: 0, text: '' }])}
        >
          {t('addMark')}
        </Button>
      )}
      {kind === 'return' && before && may('approve') && (
        <Checkbox
          label={t('before.stop', { n: before.n })}
          checked={stopAiring}
          onChange={(event) => stop(event.currentTarget.checked)}
        />
      )}
    </FormSheet>
  );
}
