/** A word and what is to be said of it, in a list of such. */
import type { ReactNode } from 'react';

export function Fact({ word, children }: { word: string; children: ReactNode }) {
  return (
    <div>
      <dt>{word}</dt>
      <dd>{children}</dd>
    </div>
  );
}
