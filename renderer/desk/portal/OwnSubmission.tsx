/** One submission of the agency's own: how it stands, what to mend, the file, what was shown. */
import { Button } from '@mantine/core';
import { IconSend } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PortalSubmission } from '../../../electron/contract/api/submissions';
import type { StageChoice } from '../../../electron/domain/submission/stages';
import { client, orpc } from '../../client/client';
import { At } from '../../operator/shared/At';
import { FaultPanel } from '../../operator/shared/FaultPanel';
import { useCommand } from '../../operator/shared/use-command';
import { ConfirmTwice, RowSkeletons, Section, toastDone } from '../../ui';
import { Fields } from '../shared/Fields';
import { Material } from '../shared/Material';
import { SaidFields } from '../shared/SaidFields';
import { StandingMark } from '../shared/StandingMark';
import { Trail } from '../shared/Trail';
import { UploadButton } from '../shared/UploadButton';
import { Airings } from './Airings';
import css from './Portal.module.css';

const ASK_MS = 5_000;

interface Choosing {
  categories: readonly string[];
  stages: readonly StageChoice[];
}

export function OwnSubmission({ id, ...choosing }: { id: string } & Choosing) {
  const { t } = useTranslation('submissions');
  const found = useQuery({ ...orpc.portal.get.queryOptions({ input: { id } }), refetchInterval: ASK_MS });
  if (found.isError && !found.data) return <FaultPanel fault={found.error} onRetry={() => void found.refetch()} />;
  if (!found.data) return <RowSkeletons label={t('loading')} rows={6} />;
  return <Own own={found.data} {...choosing} />;
}

function Own({ own, categories, stages }: { own: PortalSubmission } & Choosing) {
  const { t } = useTranslation('submissions');
  const queries = useQueryClient();
  const [edited, edit] = useState<PortalSubmission['fields'] | null>(null);
  const fields = edited ?? own.fields;
  const renew = () => queries.invalidateQueries({ queryKey: orpc.portal.key() });
  const { id, rev, standing } = own;
  const open = standing === 'draft' || standing === 'returned';
  const takesFile = open || ['submitted', 'verified', 'approved', 'recalled'].includes(standing);
  const done = () => {
    edit(null);
    void renew();
  };
  const save = useCommand({
    run: () => client.portal.update({ id, rev, fields }),
    done: () => t('saved', { title: fields.title }),
    onDone: done,
  });
  const submit = useCommand({
    run: async () => {
      const now = edited ? await client.portal.update({ id, rev, fields: edited }) : own;
      return client.portal.submit({ id, rev: now.rev });
    },
    onDone: ({ receipt }) => {
      toastDone(t('portal.handedIn', { receipt }));
      done();
    },
    onFault: () => void renew(),
  });
  const withdraw = useCommand({ run: () => client.portal.withdraw({ id, rev }), onDone: done });
  const returned = standing === 'returned' ? own.steps.at(-1) : undefined;
  return (
    <div className={css.form}>
      <div className={css.head}>
        <h2>{own.fields.title}</h2>
        <StandingMark standing={standing} />
        <span className={css.muted}>{own.receipt}</span>
      </div>
      {returned && (
        <div className={css.returned} role="status">
          <strong>{t('portal.returned')}</strong>
          <Trail steps={[returned]} />
        </div>
      )}
      {own.recall && <Recalled {...own.recall} mendable={takesFile} />}
      <Section title={t('material')}>
        <Material versions={own.versions} title={own.fields.title} held={own.recall !== null} />
        {takesFile && (
          <div style={{ marginTop: 12 }}>
            <UploadButton
              submissionId={id}
              label={t(own.versions.length > 0 ? 'uploadNext' : 'upload')}
              onDone={async () => {
                // Said once the page knows of the new version: handed in as it was before, it would be refused.
                await renew();
                toastDone(t('uploaded'));
              }}
            />
          </div>
        )}
      </Section>
      <Section title={t('letter')}>
        {open ? (
          <Fields value={fields} onChange={edit} categories={categories} choices={{ stages }} />
        ) : (
          <SaidFields value={own.fields} choices={{ stages }} />
        )}
        {submit.isError && <FaultPanel fault={submit.error} />}
        <div className={css.commands}>
          {standing !== 'withdrawn' && standing !== 'ended' && (
            <ConfirmTwice
              label={t('withdraw')}
              confirmLabel={t('portal.withdrawSure')}
              onConfirm={() => withdraw.mutate()}
            />
          )}
          {open && edited && (
            <Button variant="default" loading={save.isPending} onClick={() => save.mutate()}>
              {t('portal.save')}
            </Button>
          )}
          {open && (
            <Button
              leftSection={<IconSend size={16} aria-hidden="true" />}
              loading={submit.isPending}
              onClick={() => submit.mutate()}
            >
              {t('submit')}
            </Button>
          )}
        </div>
      </Section>
      <Airings id={id} />
      <Section title={t('trail')}>
        <Trail steps={own.steps} />
      </Section>
    </div>
  );
}

/** Why it is on no panel any more, and what the agency can do. */
function Recalled({
  at,
  reason,
  letterNumber,
  mendable,
}: NonNullable<PortalSubmission['recall']> & { mendable: boolean }) {
  const { t } = useTranslation('submissions');
  return (
    <div className={css.returned} role="status">
      <strong>{t('portal.recalled')}</strong>
      <span className={css.muted}>
        <At at={at} as="dateTime" /> · {t('portal.recallLetter', { number: letterNumber })}
      </span>
      <p className="any-word">{reason}</p>
      {mendable && <p className={css.muted}>{t('portal.recallNext')}</p>}
    </div>
  );
}
