/** The foot of each step: where one is, the way back, the way on. */
import { Button } from '@mantine/core';
import { IconArrowLeft, IconArrowRight, IconBroadcast } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { SheetFoot } from '../../../../ui';
import { FaultPanel } from '../../../shared/FaultPanel';
import type { TakeoverDraft } from './draft';
import css from './Sheet.module.css';

const AGAINST = 'takeover-against';

interface FootProps {
  step: 1 | 2;
  /** Why one cannot go on. */
  against?: string;
  said?: ReactNode;
  children: ReactNode;
}

function Foot({ step, against = '', said, children }: FootProps) {
  const { t } = useTranslation('takeovers');
  return (
    <SheetFoot isClose said={said}>
      {against === '' ? (
        <span className={css.step}>{t('sheet.step', { n: step, of: 2 })}</span>
      ) : (
        <span id={AGAINST} className={css.against}>
          {against}
        </span>
      )}
      {children}
    </SheetFoot>
  );
}

export function WriteEnd({ form, onClear }: { form: string; onClear: () => void }) {
  const { t } = useTranslation('takeovers');
  return (
    <Foot step={1}>
      <Button variant="subtle" color="gray" onClick={onClear}>
        {t('sheet.clear')}
      </Button>
      <Button type="submit" form={form} rightSection={<IconArrowRight size={16} aria-hidden="true" />}>
        {t('sheet.next')}
      </Button>
    </Foot>
  );
}

interface ReviewEndProps {
  draft: TakeoverDraft;
  /** Displays that are meant and may show it. */
  count: number;
  /** Why it cannot be sent; empty where it can. */
  against: string;
  isSending: boolean;
  /** Why it was refused; null where it was not. */
  fault: unknown;
  onBack: () => void;
  onSend: () => void;
}

export function ReviewEnd({ draft, count, against, isSending, fault, onBack, onSend }: ReviewEndProps) {
  const { t } = useTranslation('takeovers');
  const test = draft.test ? 'review.startTest' : 'review.start';
  return (
    <Foot step={2} against={against} said={fault !== null && <FaultPanel fault={fault} />}>
      <Button variant="default" leftSection={<IconArrowLeft size={16} aria-hidden="true" />} onClick={onBack}>
        {t('sheet.back')}
      </Button>
      <Button
        color="red.9"
        leftSection={<IconBroadcast size={18} aria-hidden="true" />}
        loading={isSending}
        disabled={count === 0 || against !== ''}
        aria-describedby={against === '' ? undefined : AGAINST}
        onClick={onSend}
      >
        {t(draft.long === 'planned' ? 'review.plan' : test, { count })}
      </Button>
    </Foot>
  );
}
