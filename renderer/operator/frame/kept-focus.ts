/**
 * Gives the keyboard a place again when the element that had it is gone: a row that was deleted, a sheet that closed with its
 * form sent, a message whose "Undo" was pressed. Browsers then leave the focus on the body, and whoever works by keyboard or
 * screen reader stands at the top of the page. Read `keepFocus` first.
 */

/** An element that had the focus, with those that held it, nearest first: they are gone from it once it is removed. */
interface Stay {
  element: HTMLElement;
  /** Each holder with the element's place among its children. */
  holders: { holder: Element; index: number }[];
}

const MOST_STAYS = 30;
/** A field with a list is none of them: it would open its list over what the person looks at. */
const FOCUSABLE =
  'a[href], button:not(:disabled), input:not(:disabled, [type="hidden"], [aria-haspopup="listbox"]), select, textarea, [tabindex]:not([tabindex="-1"])';
/** Only in these is the neighbour of what is gone a good place; elsewhere the place before it is. */
const GROUNDS = '#main, [role="dialog"]';

/** Watches `page` until the returned function is called. */
export function keepFocus(page: Document): () => void {
  let stays: Stay[] = [];
  const remember = ({ target }: FocusEvent) => {
    if (!(target instanceof HTMLElement)) return;
    stays = [stayOf(target), ...stays.filter(({ element }) => element !== target)].slice(0, MOST_STAYS);
  };
  const recover = () => {
    const [last] = stays;
    if (!last || last.element.isConnected || page.activeElement !== page.body) return;
    stays = stays.slice(1);
    placeAfter(last, stays, page)?.focus({ preventScroll: true });
  };
  const observer = new MutationObserver(recover);
  page.addEventListener('focusin', remember);
  observer.observe(page.body, { childList: true, subtree: true });
  return () => {
    page.removeEventListener('focusin', remember);
    observer.disconnect();
  };
}

function stayOf(element: HTMLElement): Stay {
  const holders: Stay['holders'] = [];
  for (let inner: Element = element; inner.parentElement; inner = inner.parentElement) {
    const holder = inner.parentElement;
    holders.push({ holder, index: [...holder.children].indexOf(inner) });
  }
  return { element, holders };
}

/** Beside what is gone, else the newest place before it that is still there, else the screen. */
function placeAfter(gone: Stay, before: readonly Stay[], page: Document): HTMLElement | null {
  return besides(gone) ?? fromBefore(before) ?? page.getElementById('main');
}

function fromBefore(stays: readonly Stay[]): HTMLElement | null {
  for (const stay of stays) {
    if (isUsable(stay.element)) return stay.element;
    const place = besides(stay);
    if (place) return place;
  }
  return null;
}

/** The next of its kind in the nearest holder that is left, else the one before it, else whatever can be focused there. */
function besides({ holders }: Stay): HTMLElement | null {
  const left = holders.find(({ holder }) => holder.isConnected);
  if (!left?.holder.closest(GROUNDS)) return null;
  // The whole screen has gone for another.
  if (left.holder instanceof HTMLElement && left.holder.id === 'main') return left.holder;
  const children = [...left.holder.children];
  const neighbours = [children[left.index], children[left.index - 1]];
  for (const neighbour of neighbours) {
    const place = neighbour && firstIn(neighbour);
    if (place) return place;
  }
  return left.holder.closest<HTMLElement>(`[tabindex], ${GROUNDS}`);
}

function firstIn(element: Element): HTMLElement | undefined {
  return [element, ...element.querySelectorAll(FOCUSABLE)].find(
    (each): each is HTMLElement => each instanceof HTMLElement && each.matches(FOCUSABLE) && isUsable(each),
  );
}

const isUsable = (element: HTMLElement): boolean => element.isConnected && element.checkVisibility();
