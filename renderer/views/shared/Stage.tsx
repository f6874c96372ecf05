import type { ReactNode } from 'react';
import type { View } from '../address';
import type { Look } from '../look';

/** The surface of a view, mirrored where it is read in a glass. */
export function Stage({ view, look, children }: { view: View; look: Look; children: ReactNode }) {
  const mirror = `${look.mirrorX ? 'x' : ''}${look.mirrorY ? 'y' : ''}` || undefined;
  return (
    <main className={`stage ${view}`} data-mirror={mirror}>
      {children}
    </main>
  );
}
