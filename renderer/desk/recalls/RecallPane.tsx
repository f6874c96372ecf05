/** One recall: why and by whom, receipts as they arrive, what had aired, the letter, and lifting it. */
import { Button } from '@mantine/core';
import { IconDownload, IconFileText } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecallView } from '../../../electron/contract/api/recalls';
import { orpc } from '../../client/client';
import { useFormats } from '../../operator/i18n/formats';
import { At } from '../../operator/shared/At';
import { dateText } from '../../operator/shared/date-text';
import { FaultPanel } from '../../operator/shared/FaultPanel';
import { useMe } from '../../operator/shared/use-me';
import { RowSkeletons, Section, StatusDot } from '../../ui';
import { Thumbnail } from '../shared/Thumbnail';
import { AiredList } from './AiredList';
import { LiftForm } from './LiftForm';
import { MadeList } from './MadeList';
import css from './Recalls.module.css';
import { Receipts } from './Receipts';
import { Touches } from './Touches';
import { Ways } from './Ways';

export function RecallPane({ id }: { id: string }) {
  const { t } = useTranslation(['recalls', 'common']);
  const { may } = useMe();
  const { language } = useFormats();
  const [lifting, lift] = useState(false);
  const view = useQuery(orpc.recalls.get.queryOptions({ input: { id } }));
  if (view.error) return <FaultPanel fault={view.error} onRetry={() => void view.refetch()} />;
  if (!view.data) return <RowSkeletons label={t('common:loading')} />;
  const { recall, counts, displays, touches, thumbnail } = view.data;
  // Of exempt material neither the reason nor the letter that gives it is told but to the desk.
  const hides = recall.reason === '';
  const letter = `/api/recalls/${id}/letter.pdf?language=${language}`;
  return (
    <>
      <Section
        title={recall.name}
        aside={
          <div className={css.commands}>
            {!hides && (
              <Button
                component="a"
                href={letter}
                download
                variant="default"
                leftSection={<IconFileText size={16} aria-hidden="true" />}
              >
                {t('letter')}
              </Button>
            )}
            {recall.lifted === null && may('approve') && (
              <Button variant="default" onClick={() => lift(true)}>
                {t('lift.begin')}
              </Button>
            )}
          </div>
        }
      >
        <div className={css.about}>
          {thumbnail && <Thumbnail hash={thumbnail} name={recall.name} width={192} height={108} />}
          <div className={css.aboutWords}>
            <Facts view={view.data} />
            <Ways assetId={recall.assetId} submissionId={view.data.submissionId} />
          </div>
        </div>
      </Section>
      {recall.made.length > 0 && (
        <Section title={t('made.title')}>
          <MadeList made={recall.made} />
        </Section>
      )}
      <Section
        title={t('receipts.title')}
        aside={
          <span className={css.count} aria-live="polite">
            {t('removedOf', { removed: counts.removed, all: counts.displays })}
          </span>
        }
      >
        <Receipts displays={displays} />
      </Section>
      <Section
        title={t('aired.title')}
        aside={
          <Button
            component="a"
            href={`/api/plays.csv?assetId=${recall.assetId}&language=${language}`}
            download
            size="xs"
            variant="default"
            leftSection={<IconDownload size={14} aria-hidden="true" />}
          >
            {t('aired.csv')}
          </Button>
        }
      >
        <AiredList id={id} />
      </Section>
      <Section title={t('touches.title')}>
        <p className={css.quiet}>{t(recall.lifted ? 'touches.free' : 'touches.held')}</p>
        <Touches touches={touches} held={recall.lifted === null} />
      </Section>
      {lifting && <LiftForm recall={recall} onClose={() => lift(false)} />}
    </>
  );
}

function Facts({ view: { recall, agency } }: { view: RecallView }) {
  const { t } = useTranslation('recalls');
  const { language } = useFormats();
  const { lifted } = recall;
  return (
    <dl className={css.facts}>
      <dt>{t('facts.state')}</dt>
      <dd>
        <StatusDot tone={lifted ? 'grey' : 'amber'}>{t(lifted ? 'state.lifted' : 'state.stands')}</StatusDot>
      </dd>
      <dt>{t('facts.at')}</dt>
      <dd>
        <At at={recall.at} as="dateTime" /> · {recall.by.name}
      </dd>
      <dt>{t('facts.agency')}</dt>
      <dd>{agency ?? t('noAgency')}</dd>
      <dt>{t('facts.letter')}</dt>
      <dd>
        {recall.letterNumber} · {dateText(recall.letterDate, language)}
      </dd>
      {recall.reason !== '' && (
        <>
          <dt>{t('facts.reason')}</dt>
          <dd className={css.said}>{recall.reason}</dd>
        </>
      )}
      {lifted && (
        <>
          <dt>{t('facts.lifted')}</dt>
          <dd className={css.said}>
            <At at={lifted.at} as="dateTime" /> · {lifted.by.name}
            {'\n'}
            {lifted.reason}
          </dd>
        </>
      )}
    </dl>
  );
}
