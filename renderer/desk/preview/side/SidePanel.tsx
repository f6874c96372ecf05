/** At the right: how it is looked at, instruments, what was found, what was said, and who outside may see it. */
import { Tabs } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { PublicDisplay } from '../../../../electron/contract/api/displays';
import type { ShownReport } from '../../../../electron/contract/api/quality';
import type { ProbedAsset } from '../../../../electron/contract/records/asset';
import type { PreviewComment } from '../../../../electron/contract/records/preview';
import type { QualityFinding } from '../../../../electron/contract/records/quality';
import { useMe } from '../../../operator/shared/use-me';
import type { Histogram } from '../engine/scopes';
import css from '../Preview.module.css';
import type { ShownCaptions } from '../use-cues';
import type { Panel, View } from '../view';
import { CaptionFields } from './CaptionFields';
import { CommentsPane, type Draft } from './CommentsPane';
import { FindingsPane } from './FindingsPane';
import { LinksPane } from './LinksPane';
import { ScopesPane } from './ScopesPane';
import { ViewPane } from './ViewPane';

const PARTS = ['view', 'scopes', 'findings', 'comments', 'links'] as const;
export type SidePart = (typeof PARTS)[number];

interface SidePanelProps {
  asset: ProbedAsset;
  panel: Panel;
  display: PublicDisplay | null;
  displays: readonly PublicDisplay[];
  view: View;
  comments: readonly PreviewComment[];
  findings: readonly QualityFinding[];
  shown: ShownReport | undefined;
  captions: ShownCaptions;
  histogram: Histogram | null;
  chosen: string | null;
  draft: Draft | null;
  part: SidePart;
  rate: number;
  label: string;
  onPart: (part: SidePart) => void;
  onView: (change: Partial<View>) => void;
  onBegin: () => void;
  onEndDraft: () => void;
  onChoose: (id: string, atMs: number) => void;
}

export function SidePanel(props: SidePanelProps) {
  const { asset, panel, display, displays, view, comments, findings, shown, captions, histogram } = props;
  const { chosen, draft, part, rate, label, onPart, onView, onBegin, onEndDraft, onChoose } = props;
  const { t } = useTranslation('preview');
  // Links are made and revoked at the desk; for others there would be nothing to do there.
  const isDesk = useMe().may('desk');
  const seen = asset.probe.kind !== 'audio';
  const counts: Partial<Record<SidePart, number>> = {
    findings: findings.length,
    comments: comments.filter(({ resolvedAt }) => resolvedAt === null).length,
  };
  return (
    <aside className={css.side} aria-label={label}>
      <Tabs
        value={part}
        onChange={(value) => onPart(PARTS.find((each) => each === value) ?? 'view')}
        keepMounted={false}
        classNames={{ root: css.tabs ?? '', panel: css.sidePane ?? '', tab: css.tab ?? '' }}
      >
        <Tabs.List>
          {PARTS.filter((each) => each !== 'links' || isDesk).map((each) => (
            <Tabs.Tab key={each} value={each}>
              {t(each === 'view' && !seen ? 'side.captions' : `side.${each}`)}
              {counts[each] ? <span className={css.count}>{counts[each]}</span> : null}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="view">
          {seen && <ViewPane {...{ panel, display, view, onView }} />}
          <CaptionFields assetId={asset.id} tracks={captions.tracks} track={captions.track} onTrack={captions.choose} />
        </Tabs.Panel>
        <Tabs.Panel value="scopes">
          <ScopesPane histogram={histogram} asset={asset} />
        </Tabs.Panel>
        <Tabs.Panel value="findings">
          <FindingsPane {...{ asset, shown, findings, rate, chosen, onChoose }} />
        </Tabs.Panel>
        <Tabs.Panel value="comments">
          <CommentsPane {...{ asset, comments, rate, draft, chosen, onBegin, onChoose }} onEnd={onEndDraft} />
        </Tabs.Panel>
        {isDesk && (
          <Tabs.Panel value="links">
            <LinksPane assetId={asset.id} display={seen ? display : null} displays={displays} sound={!seen} />
          </Tabs.Panel>
        )}
      </Tabs>
    </aside>
  );
}
