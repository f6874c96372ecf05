/** What is shown while there is nothing: the station's name and clock, the pairing code, a word on what is the matter. */
import type { i18n } from 'i18next';
import { renderSVG } from 'uqr';
import { zoneLabel } from '../../../electron/domain/zone-label';
import type { StationClock } from '../clock/station-clock';
import { clockText } from './clock-text';

export interface SlateView {
  stationName: string;
  zone: string;
  /** While unpaired: the code to be confirmed at the station. */
  code: string | null;
  /** Key of a sentence below, or null. */
  note: 'connecting' | 'lost' | 'inUse' | 'waiting' | 'otherPage' | 'noDisk' | null;
}

export interface Slate {
  show(view: SlateView): void;
  speak(words: i18n): void;
  /** Covered slates do not move. */
  awake(awake: boolean): void;
  view(): SlateView;
}

function part(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (!found) throw new Error(`the page lacks #${id}`);
  return found;
}

export function createSlate(clock: StationClock, firstWords: i18n, first: SlateView): Slate {
  let words = firstWords;
  let view = first;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function tick(): void {
    part('time').textContent = clockText(clock.now(), view.zone);
    timer = setTimeout(tick, 1000 - (clock.now() % 1000) + 5);
  }

  function draw(): void {
    document.documentElement.lang = words.language;
    part('station-name').textContent = view.stationName;
    part('zone').textContent = zoneLabel(view.zone, clock.now());
    part('note').textContent = view.note ? words.t(`note.${view.note}`) : '';
    part('pairing').hidden = view.code === null;
    if (view.code !== null) drawCode(view.code);
  }

  function drawCode(code: string): void {
    part('ask').textContent = words.t('pair.ask');
    part('code').textContent = code;
    part('address').textContent = words.t('pair.at', { address: location.host });
    const svg = renderSVG(`${location.origin}/displays?pair=${code}`, { border: 2 });
    part('qr').replaceChildren(new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement);
  }

  draw();
  tick();
  return {
    show(next) {
      if (JSON.stringify(next) === JSON.stringify(view)) return;
      view = next;
      draw();
    },
    speak(next) {
      words = next;
      draw();
    },
    awake(awake) {
      clearTimeout(timer);
      if (awake) tick();
    },
    view: () => view,
  };
}
