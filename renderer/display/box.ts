/** The panel's box: as many pixels as the display's profile says, scaled as a whole to what the window offers. */
import type { Fit, Profile } from '../../electron/contract/records/display';

export function createBox(box: HTMLElement) {
  let size: { width: number; height: number } | null = null;

  function lay(): void {
    if (!size) {
      box.removeAttribute('style');
      return;
    }
    const scale = Math.min(innerWidth / size.width, innerHeight / size.height);
    box.style.width = `${size.width}px`;
    box.style.height = `${size.height}px`;
    box.style.setProperty('zoom', scale === 1 ? '' : String(scale));
  }

  addEventListener('resize', lay);
  return {
    profile(profile: Profile | null): void {
      size = profile && { width: profile.width, height: profile.height };
      lay();
    },
    fit(fit: Fit): void {
      box.dataset.fit = fit;
    },
  };
}
