/** The preview with its panels: of several sizes among the displays, each can be looked at. */
import { Select } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DisplayView } from '../../../shared/display-health';
import type { TakeoverDraft } from '../sheet/draft';
import { panelsOf } from '../sheet/reach';
import type { Reach } from '../sheet/use-reach';
import css from './Preview.module.css';
import { WhatPicture } from './WhatPicture';

const HIGHEST = 380;

interface PreviewPaneProps {
  draft: TakeoverDraft;
  reach: Reach;
  /** The displays that are meant. */
  views: readonly DisplayView[];
}

export function PreviewPane({ draft, reach, views }: PreviewPaneProps) {
  const { t } = useTranslation('takeovers');
  const [size, setSize] = useState<string | null>(null);
  const all = views.length > 0 ? views : reach.displays;
  const panels = panelsOf(all);
  const panel = panels.find((each) => each.size === size) ?? panels[0];
  const of = (at: typeof panel) =>
    all.find(({ display: { profile } }) => `${profile.width} × ${profile.height}` === at?.size);
  const profile = of(panel)?.display.profile ?? reach.profile;
  return (
    <section className={css.column} aria-label={t('preview.title')}>
      <div className={css.head}>
        <h3 className={css.heading}>{t('preview.title')}</h3>
        {panels.length > 1 && (
          <Select
            size="xs"
            w={210}
            aria-label={t('preview.panel')}
            allowDeselect={false}
            data={panels.map((each) => ({
              value: each.size,
              label: t('preview.panelOf', { size: each.size, count: each.count }),
            }))}
            value={panel?.size ?? null}
            onChange={setSize}
          />
        )}
      </div>
      <WhatPicture shown={draft} panel={profile} maxHeight={HIGHEST} />
      <p className={css.under}>
        {t('preview.pixels', { width: profile.width, height: profile.height })}{' '}
        {draft.kind === 'page' && t('preview.pageHow')}
        {draft.kind === 'asset' && t('preview.assetHow')}
      </p>
    </section>
  );
}
