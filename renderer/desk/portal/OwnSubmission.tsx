/** One submission of the agency's own: how it stands, what to mend, the file, what was shown. */
import { Button } from '@mantine/core';
import { IconSend } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PortalSubmission } from '../../../electron/contract/api/submissions';
import type { StageChoice } from '../../../electron/domain/submission/stages';
import { client, orpc } from '../../client/client';
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
import { Notice } from './Notice';
import css from './Portal.module.css';
import { useTold } from './use-told';

const ASK_MS = 5_000;

interface Choosing {
  categories: readonly string[];
  stages: readonly StageChoice[];
  /** Whether something is written here that no one has kept. */
  onUnsaved: (unsaved: boolean) => void;
}

export function OwnSubmission({ id, ...choosing }: { id: string } & Choosing) {
  const { t } = useTranslation('submissions');
  const found = useQuery({ ...orpc.portal.get.queryOptions({ input: { id } }), refetchInterval: ASK_MS });
  if (found.isError && !found.data) return <FaultPanel fault={found.error} onRetry={() => void found.refetch()} />;
  if (!found.data) return <RowSkeletons label={t('loading')} rows={6} />;
  return <Own own={found.data} {...choosing} />;
}

function Own({ own, categories, stages, onUnsaved }: { own: PortalSubmission } & Choosing) {
  const { t } = useTranslation('submissions');
  const queries = useQueryClient();
  const [edited, edit] = useState<PortalSubmission['fields'] | null>(null);
  const fields = edited ?? own.fields;
  useTold(edited !== null && JSON.stringify(edited) !== JSON.stringify(own.fields), onUnsaved);
  const renew = () => queries.invalidateQueries({ queryKey: orpc.portal.key() });
  const { id, rev, standing } = own;
  const open = standing === 'draft' || standing === 'returned';
  const isOver = standing === 'withdrawn' || standing === 'ended';
  // Whoever opens what is to be mended is led to what is asked of them.
  const [lead, setLead] = useState(standing === 'returned' || standing === 'recalled' ? 1 : 0);
  const done = () => {
    edit(null);
    return renew();
  };
  /** Once the page says what the step has come to. */
  const stepped = () => void done().then(() => setLead((old) => old + 1));
  const save = useCommand({
    run: () => client.portal.update({ id, rev, fields }),
    done: () => t('saved', { title: fields.title }),
    onDone: () => void done(),
  });
  const submit = useCommand({
    run: async () => {
      const now = edited ? await client.portal.update({ id, rev, fields: edited }) : own;
      return client.portal.submit({ id, rev: now.rev });
    },
    onDone: stepped,
    onFault: () => void renew(),
  });
  const withdraw = useCommand({ run: () => client.portal.withdraw({ id, rev }), onDone: stepped });
  return (
    <div className={css.form}>
      <div className={css.head}>
        <h2>{own.fields.title}</h2>
        <StandingMark standing={standing} />
        <span className={css.muted}>{own.receipt}</span>
      </div>
      <Notice own={own} lead={lead} />
      <Section title={t('material')}>
        <Material
          versions={own.versions}
          title={own.fields.title}
          choices={{ stages }}
          held={own.recall !== null}
          forAgency
        />
        {!isOver && (
          <div className={css.next}>
            <UploadButton
              submissionId={id}
              label={t(own.versions.length > 0 ? 'uploadNext' : 'upload')}
              onDone={async () => {
                // Said once the page knows of the new version: handed in as it was before, it would be refused.
                await renew();
                toastDone(t('uploaded'));
                // It was handed in with that.
                if (!open) setLead((old) => old + 1);
              }}
            />
            {!open && <p className={css.muted}>{t('portal.nextStarts')}</p>}
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
          {!isOver && (
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
        <Trail steps={own.steps} standing={standing} />
      </Section>
    </div>
  );
}
