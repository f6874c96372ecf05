/** Material that becomes exempt: where it leaves, the letter of the law, and what the consequence test found. One for every form that classes. */
import { Select, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ExemptBy, ExemptGround } from '../../../electron/contract/records/exemption';
import type { PpidClass } from '../../../electron/contract/records/matter';
import { orpc } from '../../client/client';
import { useFormats } from '../../operator/i18n/formats';
import { FaultPanel } from '../../operator/shared/FaultPanel';
import { RowSkeletons } from '../../ui';
import { TouchedPlaces } from '../recalls/TouchedPlaces';
import css from './Fields.module.css';

interface Said {
  article17: ExemptBy | null;
  test: string;
}

/** @param was its class as it stands, `wanted` the one that the form is about to give it */
export function useExempting(assetId: string, was: PpidClass, wanted: PpidClass) {
  const { t } = useTranslation('preview');
  const exempts = was !== 'exempt' && wanted === 'exempt';
  const [said, setSaid] = useState<Said>({ article17: null, test: '' });
  const left = useQuery(orpc.recalls.preview.queryOptions({ input: { assetId }, enabled: exempts }));
  const why = ExemptGround.safeParse(said);
  return {
    assetId,
    exempts,
    left,
    said,
    say: (part: Partial<Said>) => setSaid((held) => ({ ...held, ...part })),
    /** What the command takes: nothing where it does not become exempt. */
    ground: exempts && why.success ? { ground: why.data } : {},
    /** Something is still to be said, or read. */
    isLacking: exempts && (!why.success || left.isPending),
    /** There is no undo: a form presses twice. */
    twice: (run: () => void) => (exempts ? { confirmLabel: t('law.exemptSure'), run } : undefined),
  };
}

export function ExemptFields({ exempts, left, said, say }: ReturnType<typeof useExempting>) {
  const { t } = useTranslation(['preview', 'requests', 'common']);
  if (!exempts) return null;
  return (
    <>
      {left.isPending && <RowSkeletons label={t('common:loading')} rows={3} />}
      {left.error && <FaultPanel fault={left.error} onRetry={() => void left.refetch()} />}
      {left.data && <TouchedPlaces preview={left.data} />}
      <Select
        label={t('law.exemptGround')}
        required
        placeholder={t('law.choose')}
        data={ExemptBy.options.map((value) => ({ value, label: t(`requests:ground.${value}`) }))}
        value={said.article17}
        onChange={(value) => say({ article17: ExemptBy.nullable().catch(null).parse(value) })}
      />
      <Textarea
        label={t('law.exemptTest')}
        description={t('law.exemptTestWords')}
        required
        autosize
        minRows={2}
        maxLength={2000}
        value={said.test}
        onChange={(event) => say({ test: event.currentTarget.value })}
      />
    </>
  );
}

/** Also of a content that was classed under an asset which is long gone. */
export function ExemptSince({ id }: { id: string }) {
  const { t } = useTranslation(['preview', 'requests']);
  const { dateTime } = useFormats();
  const held = useQuery(orpc.library.exemption.queryOptions({ input: { id } })).data;
  if (!held) return null;
  return (
    <>
      <p className={css.since}>{t('law.exemptSince', { at: dateTime(held.since), name: held.by.name })}</p>
      {held.ground && (
        <p className={css.since}>
          {t(`requests:ground.${held.ground.article17}`)}. {held.ground.test}
        </p>
      )}
    </>
  );
}
