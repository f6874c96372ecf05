/** One takeover: what it shows, when and where, and its receipts, which follow live. */
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { DEFAULT_SETTINGS } from '../../../../../electron/contract/records/settings-defaults';
import type { Takeover } from '../../../../../electron/contract/records/takeover';
import { orpc } from '../../../../client/client';
import { RowSkeletons, Section, StatusDot } from '../../../../ui';
import { At } from '../../../shared/At';
import { FaultPanel } from '../../../shared/FaultPanel';
import { Commands } from '../Commands';
import { WhatPicture } from '../preview/WhatPicture';
import { categoryOf, countShown, endOf, type Stage, stageOf } from '../stage';
import { useOne } from '../use-one';
import css from './Details.module.css';
import { LookMark } from './LookMark';
import { Receipts } from './Receipts';

export function OnePane({ id, now }: { id: string; now: number }) {
  const { t } = useTranslation(['takeovers', 'common']);
  const { takeover, displays, error, retry } = useOne(id);
  if (error) return <FaultPanel fault={error} onRetry={retry} />;
  if (!takeover || !displays) return <RowSkeletons label={t('common:loading')} />;
  const stage = stageOf(takeover, now);
  return (
    <div className={css.one}>
      <Section title={takeover.name} aside={<Commands takeover={takeover} />}>
        <div className={css.facts}>
          <Picture takeover={takeover} firstDisplay={displays[0]?.displayId} />
          <Facts takeover={takeover} stage={stage} />
        </div>
      </Section>
      <Section title={t('receipts.title')} aside={<Count {...countShown(displays)} />}>
        <Receipts displays={displays} stage={stage} />
      </Section>
    </div>
  );
}

function Count(count: { shown: number; all: number }) {
  const { t } = useTranslation('takeovers');
  return <span className={css.count}>{t('bar.arrived', count)}</span>;
}

function Picture({ takeover, firstDisplay }: { takeover: Takeover; firstDisplay: string | undefined }) {
  const views = useQuery(orpc.displays.list.queryOptions()).data ?? [];
  const panel = views.find(({ display }) => display.id === firstDisplay)?.display.profile;
  const { what } = takeover;
  const shown = {
    kind: what.kind,
    tone: what.kind === 'text' ? what.tone : ('notice' as const),
    test: takeover.test,
    title: what.kind === 'text' ? what.title : '',
    body: what.kind === 'text' ? what.body : '',
    assetId: what.kind === 'asset' ? what.assetId : null,
    url: what.kind === 'page' ? what.url : '',
  };
  return <WhatPicture shown={shown} panel={panel ?? DEFAULT_SETTINGS.defaultProfile} maxHeight={200} />;
}

const TONES = { planned: 'amber', holds: 'red', over: 'grey' } as const;

function Facts({ takeover, stage }: { takeover: Takeover; stage: Stage }) {
  const { t } = useTranslation('takeovers');
  const { what, from, until, endedAt, undone, createdBy } = takeover;
  const end = endOf(takeover);
  const category = categoryOf(takeover);
  return (
    <dl>
      <dt>{t('facts.stage')}</dt>
      <dd>
        <StatusDot tone={TONES[stage]}>{t(`now.${stage}`)}</StatusDot>
      </dd>
      <dt>{t('facts.kind')}</dt>
      <dd>
        {t(`kind.${what.kind}`)} · <LookMark takeover={takeover} />
      </dd>
      {category !== null && (
        <>
          <dt>{t('facts.category')}</dt>
          <dd>{category}</dd>
        </>
      )}
      <dt>{t('facts.from')}</dt>
      <dd>
        <At at={from} as="dateTime" />
      </dd>
      <dt>{t(endedAt === null ? 'facts.until' : undone ? 'facts.undone' : 'facts.ended')}</dt>
      <dd>{end === null ? t('bar.open') : <At at={end} as="dateTime" />}</dd>
      {endedAt !== null && until !== null && endedAt < until && (
        <>
          <dt>{t('facts.until')}</dt>
          <dd>
            <At at={until} as="dateTime" />
          </dd>
        </>
      )}
      <dt>{t('facts.by')}</dt>
      <dd>{createdBy}</dd>
    </dl>
  );
}
