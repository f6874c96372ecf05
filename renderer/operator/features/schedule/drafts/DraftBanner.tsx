/** Above the schedule while a draft is open: which one, what it changes, and what becomes of it. */
import { ActionIcon, Button, CloseButton } from '@mantine/core';
import { IconAlertTriangle, IconGitBranch, IconPencil } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Publishing } from '../../../../../electron/contract/api/drafts';
import { client } from '../../../../client/client';
import { failureOf } from '../../../../client/failure';
import { toastDone, toastFault } from '../../../../ui/toasts';
import { faultText } from '../../../i18n/say';
import { useCommand } from '../../../shared/use-command';
import type { ScheduleData } from '../use-schedule-data';
import { CompareDialog } from './CompareDialog';
import css from './Drafts.module.css';
import { NameDialog } from './NameDialog';
import type { OpenDraft } from './open-draft';
import { isAllWell, PublishDialog } from './PublishDialog';
import { SettleDialog } from './SettleDialog';

interface DraftBannerProps {
  data: ScheduleData;
  draft: OpenDraft;
  day: string;
  editable: boolean;
  /** Shows what is published again. */
  onLeave: () => void;
}

export function DraftBanner({ data, draft, day, editable, onLeave }: DraftBannerProps) {
  const { t } = useTranslation('drafts');
  const [shown, setShown] = useState<'compare' | 'settle' | 'name' | null>(null);
  const [told, setTold] = useState<Publishing | null>(null);
  const { id, name = '', stale } = draft;
  const publish = useCommand({
    run: () => client.drafts.publish({ id }),
    done: () => t('done.published', { name }),
    undo: true,
    onDone: onLeave,
    onFault: (fault) => {
      setTold(null);
      if (failureOf(fault)?.code === 'stale') setShown('settle');
      else toastFault(faultText(fault));
    },
  });
  const look = useCommand({
    run: () => client.drafts.look({ id }),
    onDone: (answer) => (isAllWell(answer) ? publish.mutate() : setTold(answer)),
  });
  const discard = useCommand({
    run: () => client.drafts.discard({ id }),
    done: () => t('done.discarded', { name }),
    undo: true,
    onDone: onLeave,
  });
  // What was done here is told as that.
  const isOurs = [publish, discard].some(({ isPending, isSuccess }) => isPending || isSuccess);
  useLeaveWhenGone(data.draftGone && !isOurs, onLeave);
  const close = () => setShown(null);
  const busy = look.isPending || publish.isPending || discard.isPending;
  return (
    <section className={css.banner} aria-label={t('banner.label')}>
      <IconGitBranch size={20} stroke={1.75} aria-hidden="true" />
      <div className={css.words}>
        <span className={css.title}>
          <strong>{t('banner.name', { name })}</strong>
          {editable && (
            <ActionIcon size="sm" variant="subtle" aria-label={t('rename.title')} onClick={() => setShown('name')}>
              <IconPencil size={16} stroke={1.75} aria-hidden="true" />
            </ActionIcon>
          )}
        </span>
        <p aria-live="polite">
          {draft.edits.length > 0 ? t('banner.counts', { ...draft.counts }) : t('banner.empty')} {t('banner.words')}
        </p>
      </div>
      {stale.length > 0 && (
        <Button
          size="xs"
          variant="default"
          className={css.attention ?? ''}
          leftSection={<IconAlertTriangle size={16} stroke={1.75} aria-hidden="true" />}
          onClick={() => setShown('settle')}
          disabled={!editable}
        >
          {t('banner.stale', { count: stale.length })}
        </Button>
      )}
      <Button size="xs" variant="default" onClick={() => setShown('compare')}>
        {t('banner.compare')}
      </Button>
      {editable && (
        <>
          <Button size="xs" variant="default" disabled={busy} onClick={() => discard.mutate()}>
            {t('banner.discard')}
          </Button>
          <Button
            size="xs"
            disabled={busy || draft.edits.length === 0}
            onClick={() => (stale.length > 0 ? setShown('settle') : look.mutate())}
          >
            {t('banner.publish')}
          </Button>
        </>
      )}
      <CloseButton aria-label={t('banner.leave')} onClick={onLeave} />
      {shown === 'compare' && (
        <CompareDialog
          {...{ data, day }}
          before={{ kind: 'published' }}
          after={{ kind: 'draft', id }}
          onClose={close}
        />
      )}
      {told && (
        <PublishDialog
          {...{ name, told }}
          busy={publish.isPending}
          onPublish={() => publish.mutate()}
          onClose={() => setTold(null)}
        />
      )}
      {shown === 'settle' && <SettleDialog {...{ data, draft }} onClose={close} />}
      {shown === 'name' && (
        <NameDialog
          title={t('rename.title')}
          name={name}
          submit={t('rename.save')}
          run={(to) => client.drafts.rename({ id, name: to })}
          onDone={close}
          onClose={close}
        />
      )}
    </section>
  );
}

/** Somebody else published or discarded it. */
function useLeaveWhenGone(isGone: boolean, onLeave: () => void): void {
  const { t } = useTranslation('drafts');
  useEffect(() => {
    if (!isGone) return;
    toastDone(t('done.gone'));
    onLeave();
  }, [isGone, onLeave, t]);
}
