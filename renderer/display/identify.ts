/** Name and size large over everything for some seconds, so that a person finds the panel. */
import type { Welcome } from './keep/memory';

let timer: ReturnType<typeof setTimeout> | undefined;

export function identify(welcome: Welcome | null, seconds: number): void {
  const cover = document.getElementById('identify');
  const name = document.getElementById('identify-name');
  const more = document.getElementById('identify-more');
  if (!cover || !name || !more || !welcome) return;
  name.textContent = welcome.name;
  more.textContent = `${welcome.profile.width} × ${welcome.profile.height}`;
  cover.hidden = false;
  clearTimeout(timer);
  timer = setTimeout(() => {
    cover.hidden = true;
  }, seconds * 1000);
}
