/**
 * Which loads of a page came for each display, oldest first. A reload is a new load, and the one before it never comes
 * back: where it does, two pages run under one name, as from a copied browser profile, and the older one keeps the
 * display. Without this the two would push each other out for ever.
 */
const REMEMBERED = 16;

/** replaces: it is the holder itself or what came after it; outlives: the holder is a copy; copy: itself is one. */
export type Claim = 'replaces' | 'outlives' | 'copy';

export class Loads {
  private readonly byDisplay = new Map<string, string[]>();

  /** `load` asks for the place of `holder`, both under one name. An untold load (empty) is taken for a reload. */
  claim(displayId: string, load: string, holder: string): Claim {
    const known = this.byDisplay.get(displayId) ?? [];
    const [own, held] = [known.indexOf(load), known.indexOf(holder)];
    if (own < 0 || held < 0 || own === held) return 'replaces';
    return own < held ? 'outlives' : 'copy';
  }

  note(displayId: string, load: string): void {
    const known = this.byDisplay.get(displayId) ?? [];
    if (load !== '' && !known.includes(load)) this.byDisplay.set(displayId, [...known, load].slice(-REMEMBERED));
  }

  forget(displayId: string): void {
    this.byDisplay.delete(displayId);
  }
}
