/** The screen itself: the panel on the stage, the transport and the lanes below, all that is said of it at the right. */
import { useCallback, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProbedAsset } from '../../../electron/contract/records/asset';
import { Page } from '../../ui';
import { clipOf, paceOf, sourceClip } from './clip';
import { Deck } from './engine/Deck';
import { Ears } from './engine/Ears';
import { HeadActions } from './HeadActions';
import { Lanes } from './lanes/Lanes';
import { Meters } from './Meters';
import css from './Preview.module.css';
import type { PreviewSearch } from './search';
import type { Draft } from './side/CommentsPane';
import { SidePanel, type SidePart } from './side/SidePanel';
import { Captions } from './stage/Captions';
import { CommentPins } from './stage/CommentPins';
import { DraftPin, FindingBox } from './stage/Marks';
import { Stage } from './stage/Stage';
import { TransportBar } from './TransportBar';
import { useBenchKeys } from './use-bench-keys';
import { useCues } from './use-cues';
import { useHistogram } from './use-histogram';
import { useFindings, useMaterial } from './use-material';
import { useTransport } from './use-transport';
import { ViewBar } from './ViewBar';
import { type Panel, PLAIN_VIEW, USUAL_PITCH_MM, USUAL_VIEWING_M, type View } from './view';
import { useCoverWords } from './words';

interface BenchProps {
  asset: ProbedAsset;
  search: PreviewSearch;
  onSearch: (change: PreviewSearch) => void;
}

/** A still is drawn on no more LEDs than this across where no panel is chosen. */
const MOST_ACROSS = 1920;

export function Bench({ asset, search, onSearch }: BenchProps) {
  const { t } = useTranslation('preview');
  const [deck] = useState(() => new Deck());
  const [ears] = useState(() => new Ears());
  const [lead, setLead] = useState<HTMLMediaElement | null>(null);
  const [view, setView] = useState<View>(() => ({ ...PLAIN_VIEW, compare: search.compare ? 'wipe' : 'off' }));
  const [muted, setMuted] = useState(false);
  const [draft, setDraft] = useState<Draft | null>(null);
  const [chosen, setChosen] = useState<string | null>(null);
  const [part, setPart] = useState<SidePart>('view');
  const change = useCallback((to: Partial<View>) => setView((old) => ({ ...old, ...to })), []);

  const { display, displays, known, other, withheld, comments, tracks } = useMaterial(asset.id, search);
  const panel = usePanel(asset, display);
  const clip = useMemo(() => clipOf(asset, display?.profile ?? null), [asset, display]);
  const beside = useMemo(() => {
    if (search.compare === 'source') return sourceClip(asset);
    return other ? clipOf(other, display?.profile ?? null) : null;
  }, [asset, other, display, search.compare]);
  const source = useMemo(
    () => ({ width: asset.probe.video?.width ?? 16, height: asset.probe.video?.height ?? 9 }),
    [asset],
  );
  useStart(deck, clip, search.time);
  useSeenAs(display, change);

  const hear = useCallback(() => ears.hear(lead), [ears, lead]);
  useEffect(() => ears.mute(muted), [ears, muted]);
  useEffect(() => () => ears.close(), [ears]);
  const transport = useTransport(deck, hear);
  const captions = useCues(asset.id, tracks);
  const { histogram, onPainted } = useHistogram(part === 'scopes');
  const { shown, findings } = useFindings(asset.id, {
    displayId: display?.id ?? null,
    pitchMm: view.pitchMm,
    viewingM: view.viewingM,
  });
  const words = useCoverWords(panel, asset.name);

  const begin = () => {
    deck.run(0);
    setPart('comments');
    setDraft({ atMs: deck.atMs(), place: null });
  };
  const choose = (id: string, atMs: number) => {
    setChosen(id);
    setPart(findings.some((finding) => finding.id === id) ? 'findings' : 'comments');
    deck.run(0);
    deck.seek(atMs + 1);
  };
  // Sound alone has no panel, no LEDs and no place in a picture.
  const seen = asset.probe.kind !== 'audio';
  useBenchKeys({
    deck,
    transport,
    view,
    change,
    beside,
    begin,
    onCancel: draft ? () => setDraft(null) : null,
    onMute: () => setMuted((was) => !was),
    captions,
    seen,
  });

  const finding = findings.find(({ id }) => id === chosen) ?? null;
  const timed = asset.probe.kind !== 'image';
  return (
    <Page title={asset.name} layout="fill" actions={<HeadActions asset={asset} />}>
      <div className={css.bench}>
        <div className={css.main}>
          {seen && (
            <ViewBar
              {...{ asset, display, displays, known, view, search, onSearch, clip, other, beside, withheld }}
              onView={change}
            />
          )}
          <div className={css.picture}>
            <Stage
              {...{ deck, clip, panel, view, words, source, onPainted }}
              other={view.compare === 'off' ? null : beside}
              name={asset.name}
              onView={change}
              onMedia={setLead}
              onPlace={draft && seen ? (place) => setDraft({ ...draft, place }) : undefined}
              renderOver={(layout) => (
                <>
                  {finding?.box && <FindingBox box={finding.box} layout={layout} />}
                  <CommentPins
                    {...{ deck, comments, layout }}
                    still={!timed}
                    onChoose={(id) => {
                      setChosen(id);
                      setPart('comments');
                    }}
                  />
                  {draft?.place && <DraftPin place={draft.place} layout={layout} />}
                  <Captions deck={deck} cues={captions.cues} />
                </>
              )}
            />
            {timed && <Meters ears={ears} deck={deck} />}
          </div>
          {timed && (
            <>
              <TransportBar deck={deck} transport={transport} muted={muted} onMute={() => setMuted(!muted)} />
              <Lanes {...{ deck, asset, findings, comments, chosen }} onChoose={choose} />
            </>
          )}
        </div>
        <SidePanel
          {...{
            asset,
            panel,
            display,
            displays,
            view,
            comments,
            findings,
            shown,
            chosen,
            draft,
            part,
            captions,
            histogram,
          }}
          rate={clip.rate}
          onPart={setPart}
          onView={change}
          onBegin={begin}
          onEndDraft={() => setDraft(null)}
          onChoose={choose}
          label={t('side.label')}
        />
      </div>
    </Page>
  );
}

/** The display's panel; without one the picture's own pixels, as on a screen made for it. */
function usePanel(asset: ProbedAsset, display: { name: string; profile: Panel['profile'] } | null): Panel {
  return useMemo(() => {
    if (display) return { name: display.name, profile: display.profile };
    const { width = 1280, height = 720 } = asset.probe.video ?? {};
    const less = Math.min(1, MOST_ACROSS / width);
    const profile = { width: Math.round(width * less), height: Math.round(height * less), fit: 'contain' as const };
    return { name: null, profile };
  }, [asset, display]);
}

/** A file with other frames has another pace; where the address names a time, it begins there. */
function useStart(deck: Deck, clip: ReturnType<typeof clipOf>, time: number | undefined): void {
  useEffect(() => deck.setPace(paceOf(clip)), [deck, clip]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once; from then on the person leads
  useEffect(() => {
    if (time === undefined) return;
    const end = deck.subscribe(() => {
      end();
      deck.seek(time);
    });
    return end;
  }, []);
}

/** Each display is looked at as it hangs. */
function useSeenAs(
  display: { pitchMm: number | null; viewingM: number | null } | null,
  change: (to: Partial<View>) => void,
): void {
  const pitchMm = display?.pitchMm ?? USUAL_PITCH_MM;
  const viewingM = display?.viewingM ?? USUAL_VIEWING_M;
  useEffect(() => change({ pitchMm, viewingM }), [pitchMm, viewingM, change]);
}
