/** The keys of this screen, as the `?` sheet has them. */
import { useTranslation } from 'react-i18next';
import { useScreenActions } from '../../operator/shared/screen-actions';
import type { Clip } from './clip';
import type { Deck } from './engine/Deck';
import type { ShownCaptions } from './use-cues';
import type { Transport } from './use-transport';
import { useTransportKeys } from './use-transport-keys';
import { COMPARES, LIGHTS, type View, ZOOMS } from './view';

interface BenchKeys {
  deck: Deck;
  transport: Transport;
  view: View;
  change: (to: Partial<View>) => void;
  beside: Clip | null;
  begin: () => void;
  /** Null while nothing is being written. */
  onCancel: (() => void) | null;
  onMute: () => void;
  captions: ShownCaptions;
  /** It has a picture. */
  seen: boolean;
}

function after<T>(all: readonly T[], now: T): T | undefined {
  return all[(all.indexOf(now) + 1) % all.length];
}

export function useBenchKeys({
  deck,
  transport,
  view,
  change,
  beside,
  begin,
  onCancel,
  onMute,
  captions,
  seen,
}: BenchKeys): void {
  const { t } = useTranslation('preview');
  useTransportKeys(deck, transport.play);
  const pan = (x: number, y: number) => {
    const within = (value: number) => Math.min(1, Math.max(0, value));
    change({ pan: { x: within(view.pan.x + x), y: within(view.pan.y + y) } });
  };
  const pictureKeys = [
    {
      id: 'preview.zoom',
      label: t('keys.zoom'),
      keys: 'Z',
      run: () => change({ zoom: after(ZOOMS, view.zoom) ?? 'fit' }),
    },
    { id: 'preview.panLeft', label: t('keys.panLeft'), keys: 'shift+A', run: () => pan(-0.1, 0) },
    { id: 'preview.panRight', label: t('keys.panRight'), keys: 'shift+D', run: () => pan(0.1, 0) },
    { id: 'preview.panUp', label: t('keys.panUp'), keys: 'shift+W', run: () => pan(0, -0.1) },
    { id: 'preview.panDown', label: t('keys.panDown'), keys: 'shift+S', run: () => pan(0, 0.1) },
    {
      id: 'preview.light',
      label: t('keys.light'),
      keys: 'N',
      run: () => change({ light: after(LIGHTS, view.light) ?? 'plain' }),
    },
    { id: 'preview.safe', label: t('view.safe'), keys: 'S', run: () => change({ safe: !view.safe }) },
  ];
  useScreenActions([
    // The transport takes these itself, for they mean other things on some controls.
    { id: 'preview.play', label: t('keys.play'), keys: 'Space' },
    { id: 'preview.frame', label: t('keys.frame'), keys: 'left right' },
    { id: 'preview.second', label: t('keys.second'), keys: 'shift+left shift+right' },
    { id: 'preview.ends', label: t('keys.ends'), keys: 'Home End' },
    { id: 'preview.j', label: t('keys.j'), keys: 'J', run: () => transport.play('j') },
    { id: 'preview.k', label: t('keys.k'), keys: 'K', run: () => transport.play('k') },
    { id: 'preview.l', label: t('keys.l'), keys: 'L', run: () => transport.play('l') },
    { id: 'preview.in', label: t('transport.in'), keys: 'I', run: transport.setIn },
    { id: 'preview.out', label: t('transport.out'), keys: 'O', run: transport.setOut },
    { id: 'preview.clear', label: t('transport.clear'), keys: 'X', run: transport.clear },
    { id: 'preview.loop', label: t('keys.loop'), keys: 'R', run: transport.nextLoop },
    { id: 'preview.mute', label: t('keys.mute'), keys: 'V', run: onMute },
    ...(seen ? pictureKeys : []),
    { id: 'preview.captions', label: t('keys.captions'), keys: 'C', run: captions.toggle },
    { id: 'preview.comment', label: t('comments.begin'), keys: 'M', run: begin },
    ...(onCancel ? [{ id: 'preview.cancel', label: t('keys.cancel'), keys: 'Escape', run: onCancel }] : []),
    ...(beside
      ? [
          { id: 'preview.a', label: t('keys.a'), keys: 'A', run: () => change({ swapped: false }) },
          { id: 'preview.b', label: t('keys.b'), keys: 'B', run: () => change({ swapped: true }) },
          {
            id: 'preview.compare',
            label: t('keys.compare'),
            keys: 'W',
            run: () => change({ compare: after(COMPARES, view.compare) ?? 'off' }),
          },
        ]
      : []),
  ]);
}
