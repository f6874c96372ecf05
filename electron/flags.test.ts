import { describe, expect, it } from 'vitest';
import { readFlags, UsageError } from './flags';

describe('readFlags', () => {
  it('reads what architecture promises to scripts', () => {
    const flags = readFlags(['--headless', '--data', 'D', '--port', '0', '--host', '0.0.0.0', '--demo'], {});
    expect(flags).toMatchObject({ data: 'D', port: 0, host: '0.0.0.0', demo: true, desktop: false });
  });

  it('falls back to the environment, which flags override', () => {
    const env = { SUAR_DATA: 'E', SUAR_PORT: '5000' };
    expect(readFlags([], env)).toMatchObject({ data: 'E', port: 5000 });
    expect(readFlags(['--data', 'D', '--port', '1'], env)).toMatchObject({ data: 'D', port: 1 });
  });

  it.each([['--port', 'x'], ['--port', '65536'], ['--port', '-1'], ['--nonsense'], ['stray']])(
    'refuses %s %s',
    (...words) => {
      expect(() => readFlags(words, {})).toThrow(UsageError);
    },
  );
});
