/** What a cue shows. */
import { Button, SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { KeptText } from '../../shared/KeptText';
import { MaterialPicker, Thumb } from '../../shared/MaterialPicker';
import { TroubleNote } from '../../shared/TroubleNote';
import { troubleOf } from '../../shared/use-materials';
import { useEditor } from '../context';
import type { CueDraft } from './cue-draft';
import css from './Detail.module.css';

interface CueWhatProps {
  cue: CueDraft;
  off: boolean;
  change: (cue: CueDraft) => void;
}

const FIRST: Record<string, CueDraft['what']> = {
  card: { kind: 'card', card: { title: '', body: '', qr: '' } },
  asset: { kind: 'asset', assetId: '' },
  page: { kind: 'page', url: '' },
};

export function CueWhat({ cue, off, change }: CueWhatProps) {
  const { t } = useTranslation('rundowns');
  const { what } = cue;
  return (
    <>
      <SegmentedControl
        fullWidth
        size="xs"
        aria-label={t('cue.what')}
        disabled={off}
        data={['card', 'asset', 'page'].map((value) => ({ value, label: t(`cue.${value}`) }))}
        value={what.kind}
        onChange={(kind) => FIRST[kind] && change({ ...cue, what: FIRST[kind] })}
      />
      {what.kind === 'card' && <CardFields cue={cue} card={what.card} change={change} />}
      {what.kind === 'asset' && <AssetChoice cue={cue} assetId={what.assetId} off={off} change={change} />}
      {what.kind === 'page' && (
        <KeptText
          label={t('cue.url')}
          placeholder="https://"
          value={what.url}
          maxLength={2000}
          onKeep={(url) => change({ ...cue, what: { kind: 'page', url } })}
        />
      )}
    </>
  );
}

type Card = Extract<CueDraft['what'], { kind: 'card' }>['card'];

function CardFields({ cue, card, change }: { cue: CueDraft; card: Card; change: CueWhatProps['change'] }) {
  const { t } = useTranslation('rundowns');
  const keep = (part: Partial<Card>) => change({ ...cue, what: { kind: 'card', card: { ...card, ...part } } });
  return (
    <>
      <KeptText label={t('cue.cardTitle')} value={card.title} maxLength={200} onKeep={(title) => keep({ title })} />
      <KeptText
        label={t('cue.cardBody')}
        value={card.body}
        rows={2}
        maxLength={500}
        onKeep={(body) => keep({ body })}
      />
      <KeptText label={t('cue.cardQr')} value={card.qr} maxLength={500} onKeep={(qr) => keep({ qr })} />
    </>
  );
}

function AssetChoice({ cue, assetId, off, change }: CueWhatProps & { assetId: string }) {
  const { t } = useTranslation('rundowns');
  const { materials, rundown } = useEditor();
  const [picking, setPicking] = useState(false);
  const asset = materials.get(assetId);
  return (
    <div className={css.field}>
      {assetId && (
        <div className={css.spot}>
          <Thumb asset={asset} />
          <div className={css.spotName}>
            <span className="two-lines">{asset?.name ?? '…'}</span>
            <TroubleNote trouble={troubleOf(asset, rundown.date)} />
          </div>
        </div>
      )}
      <Button size="xs" variant="default" disabled={off} onClick={() => setPicking(true)}>
        {t('cue.choose')}
      </Button>
      {picking && (
        <MaterialPicker
          title={t('cue.choose')}
          kinds={['image', 'video']}
          date={rundown.date}
          onClose={() => setPicking(false)}
          onTake={({ id }) => {
            change({ ...cue, what: { kind: 'asset', assetId: id } });
            setPicking(false);
          }}
        />
      )}
    </div>
  );
}
