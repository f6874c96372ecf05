import { describe, expect, it } from 'vitest';
import { cleanHtml, leftOutOf } from './clean-paste';

describe('pasted pages', () => {
  it('are told for what they lose', () => {
    expect(leftOutOf('<p><b>Halo</b> semua</p>')).toEqual([]);
    expect(leftOutOf('<p style="color:red">Halo<img src="x"></p>')).toEqual(['pictures', 'styles']);
    expect(leftOutOf('<table><tr><td><a href="https://x">y</a></td></tr></table>')).toEqual(['tables', 'links']);
    expect(leftOutOf('<p data-pm-slice="0 0 []"><em>x</em></p>')).toEqual([]);
  });
  it('lose what is no text', () => {
    const word =
      '<html><head><style>p{}</style></head><body><!--StartFragment--><p>Halo<o:p></o:p></p><script>x()</script></body></html>';
    expect(cleanHtml(word)).toBe('<html><body><p>Halo</p></body></html>');
  });
});
