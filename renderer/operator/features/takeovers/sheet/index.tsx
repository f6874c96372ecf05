/** The sheet that takes displays over, in two steps. What is filled in outlives it until it is sent. */
import { Modal } from '@mantine/core';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TakeoverReview } from '../../../../../electron/contract/api/takeovers';
import { client } from '../../../../client/client';
import { stationNow } from '../../../../client/station-clock';
import { RowSkeletons } from '../../../../ui';
import { useCommand } from '../../../shared/use-command';
import { useMe } from '../../../shared/use-me';
import { closeTakeoverSheet } from '../open';
import { PreviewPane } from '../preview/PreviewPane';
import { check, type DraftFault, type TakeoverDraft } from './draft';
import { useKeptDraft } from './kept-draft';
import { LongFields } from './LongFields';
import { ReviewStep } from './ReviewStep';
import { meant } from './reach';
import { refusedOf } from './refused';
import css from './Sheet.module.css';
import { ReviewEnd, WriteEnd } from './SheetEnd';
import { useAsset } from './use-asset';
import { useLocksThere } from './use-locks-there';
import { type Reach, useReach } from './use-reach';
import { useReview } from './use-review';
import { WhatFields } from './WhatFields';
import { WhereFields } from './WhereFields';

export function TakeoverSheet() {
  const { t } = useTranslation(['takeovers', 'common']);
  const { user } = useMe();
  const reach = useReach();
  return (
    <Modal
      opened
      onClose={closeTakeoverSheet}
      size={1080}
      title={t('sheet.heading')}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      {reach.pending || !user ? <RowSkeletons label={t('common:loading')} /> : <Steps reach={reach} userId={user.id} />}
    </Modal>
  );
}

const FORM = 'takeover-form';

function Steps({ reach, userId }: { reach: Reach; userId: string }) {
  const { draft, change, clear } = useKeptDraft(userId, reach.zone);
  const [reviewing, setReviewing] = useState(false);
  const [faults, setFaults] = useState<readonly DraftFault[]>([]);
  const form = useRef<HTMLFormElement>(null);
  const assetName = useAsset(draft.kind === 'asset' ? draft.assetId : null)?.name ?? '';
  const start = useStart(draft.long === 'planned', clear);
  const underLock = useLocksThere(draft).length > 0;
  const views = meant(draft, reach.displays, reach.groups);
  const checkNow = () => check(draft, stationNow(), { zone: reach.zone, assetName, underLock });
  const rules = useReview(draft, reviewing, () => {
    const checked = checkNow();
    return checked.ok ? checked.fields : null;
  }).data;
  // The sheet may have opened before it knew its displays, with nothing in it to hold the focus.
  useEffect(() => focusIn(form, '[data-autofocus]'), []);
  const review = () => {
    const checked = checkNow();
    setFaults(checked.ok ? [] : checked.faults);
    setReviewing(checked.ok);
    if (!checked.ok) requestAnimationFrame(() => focusIn(form, '[aria-invalid="true"]'));
    return checked;
  };
  const send = () => {
    const checked = review();
    if (checked.ok) start.mutate(checked.fields);
  };
  const onChange = (part: Partial<TakeoverDraft>) => {
    change(part);
    setFaults([]);
  };
  const against = useAgainst(rules);
  const showing = views.length - refusedOf(rules).never.size;
  const fields = { draft, reach, faults, onChange };
  return (
    <>
      <div className={css.columns}>
        {reviewing ? (
          <ReviewStep draft={draft} views={views} review={rules} assetName={assetName} zone={reach.zone} />
        ) : (
          <form
            id={FORM}
            ref={form}
            className={css.form}
            noValidate
            onSubmit={(event) => {
              event.preventDefault();
              review();
            }}
          >
            <WhatFields {...fields} />
            <WhereFields {...fields} />
            <LongFields {...fields} />
          </form>
        )}
        <div className={css.preview}>
          <PreviewPane draft={draft} reach={reach} views={views} />
        </div>
      </div>
      {reviewing ? (
        <ReviewEnd
          draft={draft}
          count={showing > 0 ? showing : views.length}
          against={against}
          isSending={start.isPending}
          fault={start.error}
          onSend={send}
          onBack={() => {
            start.reset();
            setReviewing(false);
          }}
        />
      ) : (
        <WriteEnd form={FORM} onClear={clear} />
      )}
    </>
  );
}

function focusIn(form: RefObject<HTMLFormElement | null>, selector: string): void {
  form.current?.querySelector<HTMLElement>(selector)?.focus();
}

/** In one line, beside the button that it switches off; empty where it can be sent. */
function useAgainst(rules: TakeoverReview | null | undefined): string {
  const { t } = useTranslation('takeovers');
  const reasons = rules?.against ?? [];
  if (reasons.length === 0) return '';
  return t(reasons.every(({ code }) => code.startsWith('judge.')) ? 'review.cannotSend' : 'review.cannotStart');
}

function useStart(isPlanned: boolean, onSent: () => void) {
  const { t } = useTranslation('takeovers');
  return useCommand({
    run: client.takeovers.start,
    done: ({ name }) => t(isPlanned ? 'done.planned' : 'done.started', { name }),
    undo: true,
    onDone: () => {
      onSent();
      closeTakeoverSheet();
    },
    onFault: () => {},
  });
}
