/** One submission: its material and what is other than before, what is said of it, the checklist, the signed trail, and the next step. */
import { Button, Group } from '@mantine/core';
import { IconArrowLeft, IconArrowsLeftRight, IconEye } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SubmissionView } from '../../../electron/contract/api/submissions';
import { holding } from '../../../electron/domain/submission/workflow';
import { orpc } from '../../client/client';
import { FaultPanel } from '../../operator/shared/FaultPanel';
import { useMe } from '../../operator/shared/use-me';
import { Page, RowSkeletons, Section } from '../../ui';
import { DeskTabs } from '../shared/DeskTabs';
import { Material } from '../shared/Material';
import { SaidFields } from '../shared/SaidFields';
import { StandingMark } from '../shared/StandingMark';
import { Trail } from '../shared/Trail';
import { UploadButton } from '../shared/UploadButton';
import { useChoices } from '../shared/use-choices';
import { Checklist } from './Checklist';
import { EditFields } from './EditFields';
import { OnAirBefore } from './OnAirBefore';
import { Papers } from './Papers';
import { Placed } from './Placed';
import { Steps } from './Steps';
import css from './Submission.module.css';

export function SubmissionScreen() {
  const { t } = useTranslation('submissions');
  const { submissionId } = useParams({ from: '/submissions/$submissionId' });
  const view = useQuery(orpc.submissions.get.queryOptions({ input: { id: submissionId } }));
  return (
    <Page title={view.data?.submission.title ?? t('title')} toolbar={<DeskTabs />}>
      <Link to="/submissions" className={css.back}>
        <IconArrowLeft size={16} aria-hidden="true" />
        {t('title')}
      </Link>
      {view.isError && <FaultPanel fault={view.error} onRetry={() => void view.refetch()} />}
      {view.isPending && <RowSkeletons label={t('loading')} rows={8} />}
      {view.data && <Detail key={view.data.submission.id} view={view.data} />}
    </Page>
  );
}

const SEEN = ['transcoding', 'ready'];

/** To the newest version as its panel will show it, once it can be looked at; and to it beside the one before. */
function PreviewLinks({ versions }: Pick<SubmissionView, 'versions'>) {
  const { t } = useTranslation(['preview', 'submissions']);
  const [before, newest] = [versions.at(-2), versions.at(-1)];
  if (!newest || !SEEN.includes(newest.state)) return null;
  const params = { assetId: newest.assetId };
  const beside = before && before.assetId !== newest.assetId && SEEN.includes(before.state) ? before : null;
  return (
    <Group gap={8}>
      {beside && newest.facts.width !== null && (
        <Button
          size="compact-md"
          variant="default"
          leftSection={<IconArrowsLeftRight size={16} aria-hidden="true" />}
          renderRoot={(props) => (
            <Link to="/preview/$assetId" params={params} search={{ compare: beside.assetId }} {...props} />
          )}
        >
          {t('submissions:compareWith', { n: beside.n })}
        </Button>
      )}
      <Button
        size="compact-md"
        variant="default"
        leftSection={<IconEye size={16} aria-hidden="true" />}
        renderRoot={(props) => <Link to="/preview/$assetId" params={params} {...props} />}
      >
        {t('open')}
      </Button>
    </Group>
  );
}

function Detail({ view }: { view: SubmissionView }) {
  const { t } = useTranslation('submissions');
  const { may } = useMe();
  const [editing, edit] = useState(false);
  const choices = useChoices();
  const { submission, standing, agency, versions } = view;
  const { state } = submission;
  const takesFiles = may('desk') && state !== 'withdrawn' && standing !== 'ended';
  const open = may('desk') && ['draft', 'returned', 'submitted'].includes(state);
  const valid = new Set(holding(submission));
  return (
    <div className={css.detail}>
      <div className={css.head}>
        <StandingMark standing={standing} />
        <span className={css.muted}>
          {submission.receipt} · {agency.name} · {t(`via.${submission.via}`)}
        </span>
        <Steps view={view} />
      </div>
      <OnAirBefore view={view} />
      <div className={css.columns}>
        <div className={css.column}>
          <Section title={t('material')} aside={<PreviewLinks versions={versions} />}>
            <Material versions={versions} title={submission.title} choices={choices} />
            {takesFiles && (
              <div style={{ marginTop: 12 }}>
                <UploadButton
                  submissionId={submission.id}
                  label={t(versions.length > 0 ? 'uploadNext' : 'upload')}
                  onDone={() => {}}
                />
              </div>
            )}
          </Section>
          <Section
            title={t('letter')}
            aside={
              open && (
                <Button size="compact-md" variant="default" onClick={() => edit(true)}>
                  {t('edit')}
                </Button>
              )
            }
          >
            <SaidFields value={submission} choices={choices} />
          </Section>
          <Papers view={view} />
        </div>
        <div className={css.column}>
          <Placed view={view} />
          <Checklist view={view} />
          <Section title={t('trail')}>
            <Trail
              steps={submission.steps.map((step) => ({ ...step, by: step.by.name, counts: valid.has(step) }))}
              standing={standing}
            />
          </Section>
        </div>
      </div>
      {editing && <EditFields submission={submission} onClose={() => edit(false)} />}
    </div>
  );
}
