/** One request that takes two people: who asked and why, who confirmed, how it ended, and what one may do about it. */
import { Button } from '@mantine/core';
import { IconUserOff } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { TwoPeople } from '../../../../electron/contract/records/rule';
import type { Reason } from '../../../../electron/contract/scalars';
import { useFormats } from '../../../operator/i18n/formats';
import { reasonTexts } from '../../../operator/i18n/say';
import { useMe } from '../../../operator/shared/use-me';
import { ConfirmTwice } from '../../../ui';
import desk from '../../shared/Desk.module.css';
import css from './Locks.module.css';

interface Step {
  label: string;
  isPending: boolean;
  run: () => void;
}

interface AskedRowProps {
  asked: TwoPeople & { against: readonly Reason[] };
  title: string;
  standing: { key: string; words: string };
  /** Whether a second person may still confirm it. */
  waits: boolean;
  confirm: Step & { again: string };
  /** Null: it is over. */
  end: Step | null;
  children: ReactNode;
}

export function AskedRow({ asked, title, standing, waits, confirm, end, children }: AskedRowProps) {
  const { t } = useTranslation('rules');
  const { user, may } = useMe();
  const { dateTime } = useFormats();
  const { askedBy, askedAt, confirmedBy, confirmedAt, endedBy, endedAt } = asked;
  const isOwn = user?.id === askedBy.id;
  const isAsked = waits && !isOwn && may('approve');
  // The station would refuse it: its reason stands where the button would.
  const against = isAsked ? reasonTexts(asked.against) : [];
  const mayConfirm = isAsked && against.length === 0;
  const mayEnd = end !== null && may('desk');
  return (
    <li>
      <div>
        <b>{title}</b>{' '}
        <span className={css.standing} data-standing={standing.key}>
          {standing.words}
        </span>
        {children}
        <p className={css.why}>{t('locks.reasonOf', { reason: asked.reason })}</p>
        <p className={desk.muted}>
          {t('locks.askedBy', { name: askedBy.name, at: dateTime(askedAt) })}
          {confirmedBy && ` · ${t('locks.confirmedBy', { name: confirmedBy.name, at: dateTime(confirmedAt ?? 0) })}`}
          {endedBy && ` · ${t('locks.endedBy', { name: endedBy.name, at: dateTime(endedAt ?? 0) })}`}
        </p>
        {waits && isOwn && <p className={desk.muted}>{t('locks.somebodyElse')}</p>}
        {against.length > 0 && (
          <div className={css.against} role="note">
            <IconUserOff size={18} aria-hidden="true" />
            <div>
              <b>{t('locks.notSecond')}</b>
              {against.map((words) => (
                <p key={words}>{words}</p>
              ))}
            </div>
          </div>
        )}
      </div>
      {(mayConfirm || mayEnd) && (
        <div className={desk.commands}>
          {mayConfirm && (
            <ConfirmTwice
              size="compact-md"
              label={confirm.label}
              confirmLabel={confirm.again}
              loading={confirm.isPending}
              onConfirm={confirm.run}
            />
          )}
          {mayEnd && (
            <Button size="compact-md" variant="default" loading={end.isPending} onClick={end.run}>
              {end.label}
            </Button>
          )}
        </div>
      )}
    </li>
  );
}
