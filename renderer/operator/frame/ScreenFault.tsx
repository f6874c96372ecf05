/** A screen that broke. The frame stands, nothing stored is touched, and the screen can be opened again. */
import type { ErrorComponentProps } from '@tanstack/react-router';
import { FaultPanel } from '../shared/FaultPanel';

export function ScreenFault({ error, reset }: ErrorComponentProps) {
  return (
    <div style={{ padding: 24, maxWidth: 720 }}>
      <FaultPanel fault={error} onRetry={reset} />
    </div>
  );
}
