/** Words over the whole panel: an announcement, or the name of what cannot be shown. */
import type { i18n } from 'i18next';
import { renderSVG } from 'uqr';
import { layText, type Page, pageAt, sizesOn } from '../../../electron/domain/card-text';
import type { StationClock } from '../clock/station-clock';
import { type Piece, painted } from './piece';

export interface CardText {
  tone: 'emergency' | 'notice';
  title: string;
  body: string;
  /** Drawn as a QR code beside it; empty for none. */
  qr?: string;
  /** When it began: pages follow each other from there. */
  from: number;
}

const LOOK_MS = 250;

export function createCard(card: CardText, clock: Pick<StationClock, 'now'>, words: i18n): Piece {
  const element = part('section', `card ${card.tone}`);
  const label = part('p', 'label', words.t(`takeover.${card.tone}`));
  const text = part('div', 'text');
  const [title, body, count] = [part('h2', 'title', card.title), part('p', 'body'), part('p', 'count')];
  text.append(title, body);
  element.append(label, text, ...(card.qr ? [qrOf(card.qr)] : []), count);
  element.classList.toggle('coded', Boolean(card.qr));
  let pages: readonly Page[] = [];
  let on = -1;

  function put({ first, body: words }: Page): void {
    text.classList.toggle('more', !first);
    body.textContent = words;
    body.hidden = words === '';
  }

  function fits(page: Page, size: number): boolean {
    put(page);
    text.style.fontSize = `${size}px`;
    return text.scrollHeight <= text.clientHeight && text.scrollWidth <= text.clientWidth;
  }

  function lay(): void {
    const { clientWidth, clientHeight } = element;
    if (clientWidth * clientHeight === 0) return;
    const sizes = sizesOn(clientWidth, clientHeight);
    text.classList.add('measuring');
    const laid = layText(card.body, fits, sizes);
    text.classList.remove('measuring');
    text.style.fontSize = `${laid.size}px`;
    pages = laid.pages;
    on = -1;
    turn();
  }

  function turn(): void {
    const next = pageAt(pages, clock.now() - card.from);
    const page = pages[next];
    if (!page || next === on) return;
    on = next;
    put(page);
    count.textContent = pages.length > 1 ? `${next + 1} / ${pages.length}` : '';
  }

  const resized = new ResizeObserver(lay);
  resized.observe(element);
  const turning = setInterval(turn, LOOK_MS);
  return {
    element,
    ready: Promise.resolve(),
    uncovered() {
      lay();
      return painted();
    },
    release() {
      resized.disconnect();
      clearInterval(turning);
      element.remove();
    },
  };
}

/** In its own light field: dark on dark no camera reads. */
function qrOf(text: string): HTMLElement {
  const element = part('div', 'qr');
  element.innerHTML = renderSVG(text, { border: 2 });
  return element;
}

function part(name: string, className: string, text = ''): HTMLElement {
  const made = document.createElement(name);
  made.className = className;
  made.textContent = text;
  return made;
}
