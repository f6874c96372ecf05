import { expect, it } from 'vitest';
import { sandboxFor } from './web-page';

it('gives a page its own origin only where that is not the host of the station, whatever the port', () => {
  expect(sandboxFor('https://peta.example.org/banjir', '10.0.0.5')).toBe('allow-scripts allow-same-origin');
  expect(sandboxFor('http://10.0.0.5:8080/', '10.0.0.5')).toBe('allow-scripts');
});
